/** Wing 4, explain: a or an, by sound. */
import type { Language } from './language.ts';

/** Corrects every "a" and "an" of a sentence: "a abnormal area" → "an abnormal area". */
export function mendArticles(sentence: string, language: Language): string {
  const words = withoutArticles(sentence.split(' '), language);
  return words
    .map((word, i) => {
      if (word.length > LONGEST_ARTICLE) return word;
      const [, before = '', low = ''] = /^(\(?)(an?)$/.exec(word.toLowerCase()) ?? [];
      // "Twin A": a name
      if (low === '' || (word === 'A' && i > 0 && !/[.?!:]$/.test(words[i - 1] ?? ''))) return word;
      const article = word.slice(0, before.length + 1);
      const next = words[i + 1];
      if (!next || !/^[A-Za-z]/.test(next))
        return next && /^(?:8|11|18)(?:\D|$)/.test(next) ? `${article}n` : next && /^\d/.test(next) ? article : word;
      return startsWithVowelSound(next, language) ? `${article}n` : article;
    })
    .join(' ');
}

/** "the rib 6": a name with its number has no article. */
const withoutArticles = (words: readonly string[], { numberedNames }: Language): readonly string[] =>
  words.filter(
    (word, at) =>
      word !== 'the' || !numberedNames.has(words[at + 1] ?? '') || !/^\d{1,2}[.,;:)]?$/.test(words[at + 2] ?? ''),
  );

const LONGEST_ARTICLE = '(an'.length;

function startsWithVowelSound(word: string, language: Language): boolean {
  const bare = word.replace(/[^A-Za-z-]/g, '');
  const first = bare[0] ?? '';
  if (/^[A-Z]{2,}$/.test(bare) || /^[A-Z]-/.test(bare)) return language.vowelLetters.includes(first);
  const low = bare.toLowerCase();
  // "a one-sided view"
  if (language.soundsLikeConsonant.has(low) || language.soundsLikeConsonant.has(low.split('-')[0] ?? '')) return false;
  if (language.soundsLikeVowel.has(low)) return true;
  return 'aeiou'.includes(first.toLowerCase());
}
