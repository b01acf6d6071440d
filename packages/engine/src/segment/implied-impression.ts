/** Wing 1, segment: the concluding words of a report that has no heading for them. */

import { firstPhrase, phraseAt } from '../search.ts';
import type { Cut } from './course.ts';
import { namesIn } from './named.ts';
import { holdsPhrase, type Page } from './page.ts';
import { ADVISED, CONCLUDES, EXAM, HEADING, holds, NUMBER } from './roles.ts';
import type { Piece, Told } from './statements.ts';
import { leadOf } from './unheaded.ts';
import type { Named, Vocabulary } from './vocabulary.ts';

export interface Implied {
  /** the token at which the conclusion begins; that of the advice where nothing is concluded before it */
  readonly at: number;
  /** the token at which advice after it begins */
  readonly advice: number | null;
}

const NEAR_END = 4;
const PARAGRAPHS = 4;
/** tokens of a sentence that says little beside its advice: "Urgent clinic review recommended." */
const BRIEF = 10;

/** Where in the findings the conclusion begins; null where nothing is concluded. */
export function impliedImpression(page: Page, told: Told, words: Vocabulary): Implied | null {
  const { pieces } = told;
  const cue = pieces.findIndex(
    (piece, i) => i > 0 && i >= pieces.length - NEAR_END && !isPeer(piece) && concludes(page, piece, words),
  );
  if (cue > 0) return { at: pieces[cue]?.from ?? 0, advice: null };
  const guess = guessAt(page, pieces, words);
  if (guess) return { at: guess.from, advice: null };
  return lastParagraph(page, told, words);
}

/** Set apart from others on its line, and so one of them rather than what they come to. */
const isPeer = ({ first, entry }: Piece): boolean => first && !entry.lineStart && entry.mark === null;

function concludes(page: Page, { body, to }: Pick<Piece, 'body' | 'to'>, words: Vocabulary): boolean {
  // "Findings in line with …"
  const judged = phraseAt(words.judged, page.tokens, body, to);
  if (judged !== null && phraseAt(words.judging, page.tokens, judged.to, to) !== null) return true;
  // "Impression on the oesophagus …" is what was seen
  const next = page.tokens[body + 1]?.norm ?? '';
  if ((page.roles[body] ?? 0) & HEADING && words.notAfter.has(next) && words.joiners.has(next)) return false;
  // "These findings were discussed with Dr Stone": a call, no conclusion
  if (leadOf(page, { from: body, to }, words) === 'communication') return false;
  return (
    phraseAt(words.concludingOpening, page.tokens, body, to) !== null ||
    holdsPhrase(page, words.concludingInside, CONCLUDES, body, to)
  );
}

/** "Filling defect in the fundus, 3 cm. Mucosa normal. Likely GIST.": the judgement of the one thing that was seen. */
function guessAt(page: Page, pieces: readonly Piece[], words: Vocabulary): Piece | null {
  const last = pieces.at(-1);
  if (!last || pieces.length < 2 || isPeer(last) || !phraseAt(words.guessing, page.tokens, last.body, last.to))
    return null;
  const own = namesAll(page, last, words);
  if (!own.has('finding') || own.has('organ')) return null;
  const seen = pieces
    .slice(0, -1)
    .filter((piece) => isTelling(page, piece, words) && namesIn(page, piece.body, piece.to, words).finding);
  return seen.length === 1 ? last : null;
}

function namesAll({ text, tokens }: Page, { body, to }: Piece, words: Vocabulary): ReadonlySet<Named> {
  const names = new Set<Named>();
  for (let at = body; at < to; at += 1) names.add(words.namedAt(text, tokens, at, to));
  return names;
}

/** A last paragraph of its own, after a body of one to three others. */
function lastParagraph(page: Page, { pieces }: Told, words: Vocabulary): Implied | null {
  const starts = pieces.flatMap((piece, i) => (piece.first && (i === 0 || piece.entry.opens) ? [i] : []));
  if (starts.length < 2 || starts.length > PARAGRAPHS) return null;
  const from = starts.at(-1) ?? 0;
  const last = pieces.slice(from);
  if (last.some((piece) => piece.first && isLabelled(page, piece)) || last.every((piece) => isIdle(page, piece, words)))
    return null;
  const advises = ({ body, to }: Piece): boolean => holdsPhrase(page, words.advised, ADVISED, body, to);
  const asks = (piece: Piece): boolean =>
    leadOf(page, { from: piece.body, to: piece.to }, words) === 'recommendation' ||
    (piece.to - piece.body <= BRIEF && advises(piece));
  const advice = pieces[from]?.from ?? 0;
  // asks for something and concludes nothing: what was found is the conclusion
  if (starts.length === 2 && last.every(asks)) return { at: advice, advice };
  const passes = (piece: Piece): boolean =>
    firstPhrase(words.inPassing, page.tokens, piece.body, Math.min(piece.to, piece.body + OPENING)) !== null;
  if (starts.length > 2 && last.some(advises)) {
    const before = starts.at(-2) ?? 0;
    // "An incidental cyst …", and then advice: what matters stands further up
    if (pieces.slice(before, from).every(passes)) return { at: advice, advice };
    return { at: pieces[before]?.from ?? 0, advice };
  }
  return last.every(passes) ? null : { at: advice, advice: null };
}

/** tokens of a sentence among which it says that it tells something by the way */
const OPENING = 5;

/** "Surgeons informed.": a few words that say nothing of the pictures. */
function isIdle(page: Page, { body, to }: Piece, words: Vocabulary): boolean {
  if (to - body > IDLE || holds(page.roles, NUMBER | EXAM, body, to) || concludes(page, { body, to }, words))
    return false;
  const { finding, organ, made } = namesIn(page, body, to, words);
  return !finding && !organ && !made && !firstPhrase(words.normal, page.tokens, body, to);
}
const IDLE = 6;

function isLabelled({ tokens }: Page, { body, to }: Piece): boolean {
  for (let at = body; at < Math.min(to, body + 5); at += 1) if (tokens[at]?.norm === ':') return true;
  return false;
}

/** The findings cut in two or three at the conclusion. */
export function withImplied(cut: Cut, { at, advice }: Implied): readonly Cut[] {
  const { code, loinc, heading, from, body } = cut;
  const parts: Cut[] = [{ code, loinc, heading, from, body, to: at }];
  if (at !== advice)
    parts.push({ code: 'impression', loinc: undefined, heading: null, from: at, body: at, to: advice ?? cut.to });
  if (advice !== null)
    parts.push({ code: 'recommendation', loinc: undefined, heading: null, from: advice, body: advice, to: cut.to });
  return parts.filter(({ from, to }) => to > from);
}

const MANY = 12;
/** so many statements of a report without any heading are its conclusion */
const FEW = 6;

/** Findings of a report that concludes nothing: what is not simply normal, or all if it is little. */
export function tellingPieces(
  page: Page,
  pieces: readonly Piece[],
  words: Vocabulary,
  headed: boolean,
): readonly Piece[] {
  const most = headed ? MANY : FEW;
  if (pieces.length <= most) return pieces;
  const telling = pieces.filter((piece) => isTelling(page, piece, words));
  return telling.length > 0 ? telling : pieces.slice(0, most);
}

/** Little is told beside what is simply normal, so that it need not be concluded. */
export const isBrief = (page: Page, pieces: readonly Piece[], words: Vocabulary): boolean =>
  pieces.length <= FEW || pieces.filter((piece) => isTelling(page, piece, words)).length <= FEW;

function isTelling({ tokens, roles }: Page, { body, to }: Piece, words: Vocabulary): boolean {
  if (holds(roles, NUMBER, body, to)) return true;
  const last = tokens[to - 1]?.kind === 'mark' ? to - 2 : to - 1;
  return !firstPhrase(words.normal, tokens, body, Math.min(to, body + 3)) && !phraseAt(words.normal, tokens, last, to);
}
