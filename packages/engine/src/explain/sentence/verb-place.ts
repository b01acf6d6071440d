/** Wing 4, explain: where the verb goes that a clause has not: before a denial, an adverb or a doubt, in the place of a comma or a colon. */
import { inNumber } from './agreement.ts';
import type { Language } from './language.ts';
import type { Word } from './word.ts';

/** "successfully drained", "well controlled": the verb stands before how. */
export const mannerBefore = (words: readonly Word[], at: number): number =>
  words[at - 1]?.text === 'well' ? at - 1 : adverbBefore(words, at);

/** "not seen": the verb stands before the denial. */
export function denialBefore(words: readonly Word[], at: number): number {
  let from = at - 1;
  // "not well seen", "not adequately seen", "not completely excluded"
  while (from > at - 3 && (words[from]?.kind === 'other' || /^[a-z]+ly$/.test(words[from]?.text ?? ''))) from -= 1;
  return words[from]?.text === 'not' ? from : at;
}

/** "nodes, likely reactive": so does it before how sure that is. */
export const hedgeBefore = (words: readonly Word[], at: number, { natureHedges }: Language): number =>
  natureHedges.has(words[at - 1]?.text ?? '') && words[at - 2]?.kind === 'mark' ? at - 1 : at;

/** "uptake with decreased swelling", "No effusion, decreased opacity": it is said of what follows. */
export function describesNext(words: readonly Word[], at: number): boolean {
  const before = words[adverbBefore(words, at) - 1];
  return before?.kind === 'link' || (before?.text === ',' && words[at + 1]?.kind === 'noun');
}

/** "slightly increased": the verb stands before how much */
export const adverbBefore = (words: readonly Word[], at: number): number =>
  at > 1 && /^[a-z]+ly$/.test(words[at - 1]?.text ?? '') ? at - 1 : at;

/** The verb before the word at `at`; a comma or colon that stood for it goes, but not one that closes an aside. */
export function split(words: readonly Word[], at: number, one: Word): readonly Word[] {
  const before = words.slice(0, at);
  const last = before.at(-1)?.text ?? '';
  const verb = last === 'both' ? { ...one, text: inNumber(one.text, 'plural') } : one;
  const goes = last === ':' || (last === COMMA && !closesAside(before));
  return [...(goes ? before.slice(0, -1) : before), verb, ...words.slice(at)];
}

/** "a lump, 8 mm across, ": a comma stands before the last one, and what is between names nothing else. */
function closesAside(words: readonly Word[]): boolean {
  const opens = words.slice(0, -1).findLastIndex(({ text }) => text === COMMA);
  const [first, second] = [words[opens + 1], words[opens + 2]];
  // "a lump, largest 8 mm"
  const isSize = [first, second].some((word) => word?.kind !== 'noun' && /^\d/.test(word?.text ?? ''));
  return opens > 0 && words[opens - 1]?.kind === 'noun' && (first?.kind === 'link' || isSize);
}

const COMMA = ',';
