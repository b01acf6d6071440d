/** Wing 3, relate: where a report without marks ends one thing and begins the next: "NO PNEUMOTHORAX LEFT LOWER LOBE PNEUMONIA". */
import { EMPTY_LIST } from '../alike.ts';
import type { Finding } from '../document.ts';
import { findingsIn } from '../findings-index.ts';
import { type Match, matchesWithin } from '../lexicon.ts';
import { firstNotBefore } from '../order.ts';
import type { Knowledge, Recognized, Related, Seam, SegmentedStatement } from '../stages.ts';
import {
  ADD,
  ADVERB,
  ARTICLE,
  AUXILIARY,
  COMPANION,
  JOIN,
  LENGTH,
  LINK,
  RELATIVE,
  SIDE,
  VERB,
} from './assertion/word-classes.ts';

const NO_SEAMS: readonly Seam[] = EMPTY_LIST;
const BINDS = JOIN | ADD | LINK | VERB | AUXILIARY | COMPANION | RELATIVE | ADVERB;
/** As many words as a place and its adjectives take. */
const FARTHEST = 8;

/** The seams of one statement; `findings` are its own, in the order of the text. */
export function seamsOf(
  recognized: Recognized,
  statement: SegmentedStatement,
  findings: readonly Finding[],
  knowledge: Knowledge,
): readonly Seam[] {
  if (!findings.some(isDenied)) return NO_SEAMS;
  const otherSide = otherSideAt(recognized, statement, findings, knowledge);
  if (otherSide !== null) return [{ at: otherSide, kind: 'unclear' }];
  if (findings.length < 2) return NO_SEAMS;
  const { tokens } = recognized;
  const { reading } = knowledge;
  const { to } = statement;
  const compounding = reading.lists.compounding ?? [];
  const seams: Seam[] = [];
  for (let n = 0; n + 1 < findings.length; n += 1) {
    const [one, next] = [findings[n], findings[n + 1]];
    if (!one || !next || !isDenied(one) || next.span[0] < one.span[1]) continue;
    if (compounding.includes(one.concept) || compounding.includes(next.concept)) continue;
    const at = firstNotBefore(tokens, (token) => token.start < one.span[1]);
    const begins = firstNotBefore(tokens, (token) => token.start < next.span[0], at);
    if (isDeniedAnew(recognized, at, begins, knowledge)) seams.push({ at, kind: 'anew' });
    const isOpened = ((tokens[at]?.word.classes ?? 0) & ARTICLE) !== 0 && begins > at;
    if (isOpened && next.assertion.presence !== 'absent') seams.push({ at, kind: 'anew' });
    if (begins - at > FARTHEST || !isBare(recognized, at, begins)) continue;
    if (next.assertion.presence !== 'absent') seams.push({ at, kind: 'anew' });
    else seams.push({ at, kind: closes(tokens, begins, to) ? 'listed' : 'unclear' });
  }
  return seams;
}

const isDenied = ({ assertion }: Finding): boolean => assertion.certainty === 'excluded';

/** "Mild left and no right narrowing": where a denial of one side begins, when what is on the other side was not yet named; null where there is none. */
function otherSideAt(
  { tokens, matches }: Recognized,
  { from, to }: SegmentedStatement,
  [first]: readonly Finding[],
  { reading }: Knowledge,
): number | null {
  for (const cue of matchesWithin(matches.cue, from, to)) {
    if (reading.cues[cue.entry]?.category !== 'negated' || (first && cue.start > first.span[0])) continue;
    const [link, side] = [tokens[cue.from - 1], tokens[cue.from - 2]];
    const isLinked = link?.norm === ',' || ((link?.word.classes ?? 0) & (JOIN | ADD | LINK)) !== 0;
    const isSided = cue.from - 2 >= from && ((side?.word.classes ?? 0) & SIDE) !== 0;
    if (isLinked && isSided && (tokens[cue.to]?.word.classes ?? 0) & SIDE) return cue.from;
  }
  return null;
}

/** The seams of all statements that have some. */
export function seamsIn(recognized: Recognized, findings: readonly Finding[], knowledge: Knowledge): Related['seams'] {
  const seams = new Map<string, readonly Seam[]>();
  for (const statement of recognized.statements) {
    const own = seamsOf(recognized, statement, findingsIn(statement.id, findings), knowledge);
    if (own.length > 0) seams.set(statement.id, own);
  }
  return seams;
}

/** Whether how far a denial reaches is not to be told. */
export const isUnclear = (seams: readonly Seam[]): boolean => seams.some(({ kind }) => kind === 'unclear');

/** Only words that describe, name a place or measure stand between the two; "suggesting" binds them. */
function isBare({ tokens, matches }: Recognized, from: number, to: number): boolean {
  let at = from;
  while (at < to) {
    const token = tokens[at];
    if (!token || token.kind === 'mark' || token.word.classes & BINDS) return false;
    if (token.kind === 'number' || token.word.classes & LENGTH) at += 1;
    else {
      const end = describedTo(matches.modifier, at) ?? describedTo(matches.concept, at);
      if (!end) return false;
      at = end;
    }
  }
  return !tokens[to]?.glued;
}

function describedTo(matches: readonly Match[], at: number): number | undefined {
  const match = matches[firstNotBefore(matches, ({ to }) => to <= at)];
  return match && match.from <= at ? match.to : undefined;
}

/** "No effusions no pneumothorax" */
const isDeniedAnew = ({ matches }: Recognized, from: number, to: number, { reading }: Knowledge): boolean =>
  matchesWithin(matches.cue, from, to).some(
    (cue) => cue.from === from && cue.to === to && reading.cues[cue.entry]?.category === 'negated',
  );

/** So far is an "or" looked for. */
const LOOK_AHEAD = 40;

/** An "or" behind: the list is denied to its end. */
function closes(tokens: Recognized['tokens'], from: number, to: number): boolean {
  for (let at = from; at < Math.min(to, from + LOOK_AHEAD); at += 1) {
    const token = tokens[at];
    if (!token || (token.kind === 'mark' && token.norm === ';')) return false;
    if (token.word.classes & JOIN) return true;
  }
  return false;
}
