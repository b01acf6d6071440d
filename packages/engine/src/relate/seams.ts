/** Wing 3, relate: where a report without marks ends one thing and begins the next: "NO PNEUMOTHORAX LEFT LOWER LOBE PNEUMONIA". */
import { EMPTY_LIST } from '../alike.ts';
import { conceptsById } from '../concepts-by-id.ts';
import type { Finding } from '../document.ts';
import { findingsIn } from '../findings-index.ts';
import { type Match, matchesWithin } from '../lexicon.ts';
import { firstNotBefore } from '../order.ts';
import type { Knowledge, Recognized, Related, Seam, SegmentedStatement } from '../stages.ts';
import { answersRun } from './assertion/answers.ts';
import { bears } from './assertion/hosts.ts';
import { BINDS, FARTHEST } from './assertion/run-on.ts';
import { ADD, ADVERB, ARTICLE, JOIN, LENGTH, LINK, SIDE } from './assertion/word-classes.ts';

const NO_SEAMS: readonly Seam[] = EMPTY_LIST;

const known = new WeakMap<SegmentedStatement, readonly Seam[]>();

/** The seams of one statement, found once; `findings` are its own, in the order of the text. */
export function seamsOf(
  recognized: Recognized,
  statement: SegmentedStatement,
  findings: readonly Finding[],
  knowledge: Knowledge,
): readonly Seam[] {
  if (!findings.some(isDenied)) return NO_SEAMS;
  let seams = known.get(statement);
  if (!seams) {
    seams = foundIn(recognized, statement, findings, knowledge);
    known.set(statement, seams);
  }
  return seams;
}

function foundIn(
  recognized: Recognized,
  statement: SegmentedStatement,
  findings: readonly Finding[],
  knowledge: Knowledge,
): readonly Seam[] {
  if (answersRun(recognized.tokens, statement.from, statement.to)) return [{ at: statement.from, kind: 'unclear' }];
  const otherSide = otherSideAt(recognized, statement, findings, knowledge);
  if (otherSide !== null) return [{ at: otherSide, kind: 'unclear' }];
  const seams: Seam[] = [];
  for (let n = 0; n + 1 < findings.length; n += 1) {
    const [one, next] = [findings[n], findings[n + 1]];
    if (!one || !next || next.span[0] < one.span[1]) continue;
    const at = firstNotBefore(recognized.tokens, (token) => token.start < one.span[1]);
    if (!isDenied(one)) {
      const gone = isGone(next) ? commaBefore(recognized, at, next) : null;
      if (gone !== null) seams.push({ at: gone, kind: 'anew' });
      continue;
    }
    const kind = isOneName(one, next, knowledge) ? null : kindBetween(recognized, statement, at, next, knowledge);
    if (kind) seams.push({ at, kind });
  }
  return seams;
}

/** "Small effusion, pneumothorax resolved": what is gone is told apart from what is there. */
const isGone = (finding: Finding): boolean => isDenied(finding) && finding.change?.direction === 'resolved';

/** The last comma between the token `at` and a finding; null where there is none. */
function commaBefore({ tokens }: Recognized, at: number, { span }: Finding): number | null {
  const begins = firstNotBefore(tokens, (token) => token.start < span[0], at);
  for (let i = begins - 1; i >= at; i -= 1) if (tokens[i]?.norm === ',') return i;
  return null;
}

/** "Air collection", "mass lesion" */
const isOneName = (one: Finding, next: Finding, { reading: { lists } }: Knowledge): boolean =>
  [one, next].some(({ concept }) => lists.compounding?.includes(concept));

/** What stands between a denied thing, which ends before the token `at`, and the next one; null where something joins or parts them. */
function kindBetween(
  recognized: Recognized,
  { to }: SegmentedStatement,
  at: number,
  next: Finding,
  knowledge: Knowledge,
): Seam['kind'] | null {
  const { tokens } = recognized;
  const begins = firstNotBefore(tokens, (token) => token.start < next.span[0], at);
  const isThere = next.assertion.presence !== 'absent';
  // "no pneumothorax the lungs are large"
  const isOpened = begins > at && ((tokens[at]?.word.classes ?? 0) & ARTICLE) !== 0;
  // "no pneumothorax, chest tube in place": told in one, the tube would seem to be denied too
  if (isThere && tokens[at]?.norm === ',' && conceptsById(knowledge).get(next.concept)?.kind === 'device')
    return 'anew';
  if ((isThere && (isOpened || bears(tokens, at, knowledge))) || isDeniedAnew(recognized, at, begins, knowledge))
    return 'anew';
  if (begins - at > FARTHEST || !isBare(recognized, at, begins)) return null;
  if (isThere) return 'anew';
  return closes(tokens, begins, to) ? 'listed' : 'unclear';
}

const isDenied = ({ assertion }: Finding): boolean => assertion.certainty === 'excluded';

/** "Mild left and no right narrowing": where a denial of one side begins, when what is on the other side was not yet named; null where there is none. */
function otherSideAt(
  { tokens, matches }: Recognized,
  { from, to }: SegmentedStatement,
  [first]: readonly Finding[],
  { reading }: Knowledge,
): number | null {
  let before = from;
  for (const cue of matchesWithin(matches.cue, from, to)) {
    const isSaid = before === cue.from - 2;
    before = cue.to;
    // "no left, no right effusion" denies both
    if (isSaid && cue.from - 2 > from) continue;
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
    if (!token || token.kind === 'mark' || token.word.classes & (BINDS | ADVERB)) return false;
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

/** "No effusions no pneumothorax", but "drain removed without a pneumothorax" */
const isDeniedAnew = ({ tokens, matches }: Recognized, from: number, to: number, { reading }: Knowledge): boolean =>
  ((tokens[from]?.word.classes ?? 0) & (LINK | JOIN)) !== LINK &&
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
