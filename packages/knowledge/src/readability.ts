/**
 * Flesch-Kincaid grade with one documented way of counting: 0.39 words/sentence + 11.8 syllables/word − 15.59.
 * A word is a run of letters (an apostrophe splits nothing); a number is one word of one syllable. Source: Kincaid 1975.
 */
const SPOKEN: ReadonlyMap<string, number> = new Map(
  Object.entries({
    area: 3,
    areas: 3,
    idea: 3,
    ideas: 3,
    fluid: 2,
    fluids: 2,
    people: 2,
    create: 2,
    creates: 2,
    being: 2,
    science: 2,
    any: 2,
    ago: 2,
    every: 2,
    quiet: 2,
    diet: 2,
    lion: 2,
    heart: 1,
    eye: 1,
    eyes: 1,
    also: 2,
    into: 2,
    upon: 2,
    only: 2,
    over: 2,
    under: 2,
    body: 2,
    very: 2,
  }),
);
/** in every word, and in nothing else */
const OF_A_WORD = /[\p{L}\d]/u;
const WORD = /\p{L}+(?:['’]\p{L}+)*|\d+(?:[.,]\d+)*/gu;
const TITLE = /\b(?:Dr|Mr|Mrs|Ms|No|vs|e\.g|i\.e|a\.m|p\.m)\.$/;

/** The words of a text, numbers among them. */
export const wordsOf = (text: string): readonly string[] => text.match(WORD) ?? [];

/** The sentences of a text: ended by . ! or ? before white space, but not after "2." or "Dr.". One pass: a run of dots costs no more than its length. */
export function sentencesOf(text: string): readonly string[] {
  const found: string[] = [];
  let from = 0;
  for (const { 0: stop, index } of text.matchAll(STOP)) {
    const end = index + stop.length;
    if (isRank(text, from, end) || TITLE.test(text.slice(Math.max(from, end - NEAR), end))) continue;
    found.push(text.slice(from, end).trim());
    from = end;
  }
  return [...found, text.slice(from).trim()].filter((sentence) => OF_A_WORD.test(sentence));
}

/** as far as a title is looked back for */
const NEAR = 16;
/** the end of a run of letters and marks: a stop, and what closes quotations and brackets behind it */
const STOP = /[.!?]["'”’)]*(?!\S)/g;

/** "2." or "(2." and nothing before it */
const isRank = (text: string, from: number, end: number): boolean =>
  end - from < NEAR && /^\s*\(?\d{1,2}\.$/.test(text.slice(from, end));

/** Syllables of one word: groups of vowels, less the silent e, more where neighbouring vowels are spoken apart. */
export function syllables(word: string): number {
  const w = word.toLowerCase().replace(/[^a-z]/g, '');
  const listed = SPOKEN.get(w);
  if (listed !== undefined) return listed;
  if (w.length <= 3) return 1;
  const spoken = ENDING.test(w) ? withoutSilent(w) : w;
  const groups = spoken.match(/[aeiouy]+/g)?.length ?? 0;
  const apart = spoken.match(/(?<![tcsgx])i[aou]|(?<=[tcsg])i(?=as|um|o[lm])|eo|u(?=a(?!r))/g)?.length ?? 0;
  return Math.max(1, groups + apart + (/[aeiouy]ing$/.test(spoken) ? 1 : 0) + (/[^t]ea$/.test(spoken) ? 1 : 0));
}

/** endings in which an e may be silent; most words have none */
const ENDING = /e(?:[ds]|ly|ments?|ful|less|teen|side)?$/;

/** "closed" → "closd", "closely" → "closly" */
function withoutSilent(w: string): string {
  const le = /[^aeiouy]les?$/.test(w);
  return w
    .replace(/([^aeiouytd])ed$/, '$1d')
    .replace(/([aeiouy]l|ll)ed$/, '$1d')
    .replace(/([^aeiouyscgxzh])es$/, le ? '$1es' : '$1s')
    .replace(/([^aeiouy])e(ly|ment|ments|ful|less|teen|side)$/, '$1$2')
    .replace(/([^aeiouy])e$/, le ? '$1e' : '$1');
}

/** Grade of texts, each of which ends a sentence; null when they hold no word. */
export function fleschKincaidGrade(texts: readonly string[]): number | null {
  const sentences = texts.flatMap(sentencesOf);
  const known = new Map<string, number>();
  let [words, spoken] = [0, 0];
  for (const sentence of sentences)
    for (const word of wordsOf(sentence)) {
      // a report says most of its words more than once
      const own = known.get(word) ?? syllables(word);
      known.set(word, own);
      words += 1;
      spoken += own;
    }
  if (words === 0) return null;
  return 0.39 * (words / sentences.length) + 11.8 * (spoken / words) - 15.59;
}
