/** Wing 4, explain: a or an, by sound. */
import type { Language } from './language.ts';

/** Corrects every "a" and "an" of a sentence: "a abnormal area" → "an abnormal area". */
export function mendArticles(sentence: string, language: Language): string {
  const words = sentence.split(' ');
  return words
    .map((word, i) => {
      const low = word.toLowerCase();
      if (low !== 'a' && low !== 'an') return word;
      const next = words[i + 1];
      if (!next || !/^[A-Za-z]/.test(next))
        return next && /^(?:8|11|18)(?:\D|$)/.test(next)
          ? `${word[0]}n`
          : next && /^\d/.test(next)
            ? (word[0] ?? word)
            : word;
      return startsWithVowelSound(next, language) ? `${word[0]}n` : (word[0] ?? word);
    })
    .join(' ');
}

function startsWithVowelSound(word: string, language: Language): boolean {
  const bare = word.replace(/[^A-Za-z-]/g, '');
  const first = bare[0] ?? '';
  if (/^[A-Z]{2,}$/.test(bare) || /^[A-Z]-/.test(bare)) return language.vowelLetters.includes(first);
  const low = bare.toLowerCase();
  if (language.soundsLikeConsonant.has(low)) return false;
  if (language.soundsLikeVowel.has(low)) return true;
  return 'aeiou'.includes(first.toLowerCase());
}
