/** Wing 3, relate: what a word may open, a bit for each vocabulary, so that only a statement that holds such a word is searched for it. */
import type { ReadingKnowledge } from '@readingscan/knowledge';
import { firstWord } from '../form-words.ts';

/** an ordinary word that needs no plainer one */
export const EVERYDAY = 1;
/** part of a match of the lexicon */
export const UNDERSTOOD = 1 << 1;
/** L4, T12 */
export const LEVEL = 1 << 2;
/** M or F alone */
export const LETTER = 1 << 3;
export const SIDE = 1 << 4;
export const SEX = 1 << 5;
/** a change is told, or something earlier is named */
export const CLAIM = 1 << 6;
/** years, months */
export const LONG = 1 << 7;
/** nothing to compare with */
export const UNCOMPARED = 1 << 8;
export const EMPTY = 1 << 9;
export const WITHIN = 1 << 10;
/** this examination */
export const HERE = 1 << 11;
/** the name of an examination */
export const EXAM = 1 << 12;
export const NORMAL = 1 << 13;
export const MINOR = 1 << 14;
export const KNOWN = 1 << 15;
/** first, 2nd, segment: what may number a rib or a segment */
export const NUMBERED = 1 << 16;
/** a word of the urgency document */
export const PRESSING = 1 << 17;
/** one that asks for a tier by itself */
export const SPOKEN = 1 << 18;
/** the name of a month */
export const MONTH = 1 << 19;
/** what an examination does: shows */
export const TELLS = 1 << 20;
/** may name something that should be there */
export const WANTED = 1 << 21;
/** may say that a part of the body was not seen */
export const UNSEEN = 1 << 22;
/** may keep what is said to the part that was seen */
export const SEEN_PART = 1 << 23;

/** Words that number what stands behind them, and the ends of written ordinals. */
const NUMBERING: readonly string[] = [
  'segment',
  'segments',
  'level',
  'levels',
  'station',
  'stations',
  'st',
  'nd',
  'rd',
  'th',
];

/** Normal form of a word → the bits of all that it may open; made once for a knowledge, by its book of words. */
export function wordKinds({ lists, documents, spelling }: ReadingKnowledge): ReadonlyMap<string, number> {
  const kinds = new Map<string, number>();
  const word = (bit: number, words: Iterable<string>): void => {
    for (const one of words) kinds.set(one, (kinds.get(one) ?? 0) | bit);
  };
  const form = (bit: number, forms: readonly string[] = []): void => {
    for (const one of forms) {
      const first = firstWord(one, spelling);
      if (first !== undefined) word(bit, [first]);
    }
  };
  const { checks, urgency, study, recommendations } = documents;
  const { sides, sex, comparison, modality, normal, minor, known, ordinals } = checks;
  word(EVERYDAY, lists.everyday ?? []);
  for (const forms of [sides.left, sides.right, sides.both]) form(SIDE, forms);
  for (const forms of [sex.male, sex.female, sex.others]) form(SEX, forms);
  form(CLAIM, comparison.claims);
  form(UNCOMPARED, comparison.none);
  form(EMPTY, comparison.empty);
  form(WITHIN, comparison.within);
  form(HERE, modality.here);
  form(TELLS, modality.tells);
  for (const { match, exact } of study.tests) {
    form(EXAM, match);
    form(EXAM, exact);
  }
  form(NORMAL, normal);
  form(MINOR, minor);
  form(KNOWN, known);
  word(NUMBERED, NUMBERING);
  word(NUMBERED, Object.keys(ordinals));
  for (const { unit, match } of recommendations.units) if (unit === 'month' || unit === 'year') word(LONG, match);
  word(MONTH, Object.keys(study.calendar.months));
  for (const rule of urgency.rules) {
    form(PRESSING, rule.words);
    form(PRESSING, rule.without);
    form(PRESSING, rule.request);
  }
  for (const { match, without } of urgency.words) {
    form(PRESSING | SPOKEN, match);
    form(PRESSING, without);
  }
  for (const { match } of urgency.advice) form(PRESSING, match);
  form(PRESSING, urgency.calm);
  form(PRESSING, urgency.screening);
  form(PRESSING, urgency.remarks);
  form(PRESSING, urgency.otherSide.closing);
  form(PRESSING, urgency.otherSide.within);
  form(PRESSING, urgency.exceptions.match);
  form(PRESSING, urgency.exceptions.without);
  for (const { match, lacks } of urgency.missing) {
    form(WANTED, match);
    form(WANTED, lacks);
  }
  form(UNSEEN, documents.fine.unseen);
  word(SEEN_PART, documents.fine.seenPart.before);
  form(SEEN_PART, documents.fine.seenPart.whole);
  for (const { words } of urgency.risks.grave) form(PRESSING, words);
  form(PRESSING, urgency.risks.without);
  return kinds;
}
