/** Wing 4, explain: the words of a sentence as they are written: spaces, capitals, the full stop. */
import { mendArticles } from './article.ts';
import type { Language } from './language.ts';
import type { Word } from './word.ts';

/** Without a full stop. */
export function writing(words: readonly Word[]): string {
  let text = '';
  words.forEach((word, i) => {
    const before = words[i - 1];
    const tight = i === 0 || word.glued || (before?.kind === 'mark' && /^[(/-]$/.test(before.text) && word.glued);
    const own = opensSentence(words, i) ? capital(word.text) : word.text;
    text += tight ? own : ` ${own}`;
  });
  return text.trim();
}

/** Behind a full stop that ends what is said, not a short form. */
const opensSentence = (words: readonly Word[], at: number): boolean =>
  words[at]?.kind === 'noun' && words[at - 1]?.text === '.' && ENDED.has(words[at - 2]?.kind ?? 'other');
const ENDED: ReadonlySet<Word['kind']> = new Set(['noun', 'predicate', 'number']);

const capital = (text: string): string => (text[0] ?? '').toUpperCase() + text.slice(1);

/** of "you", and of what is yours */
const ONE: Readonly<Record<string, string>> = { ' were': ' was', ' are': ' is', ' have': ' has' };

/** With a capital, articles by sound, and a full stop. */
export function finished(text: string, language: Language): string {
  const mended = mendArticles(
    text
      .replace(/\s+/g, ' ')
      .replace(/\ban? (?=(?:one|no) )/gi, '')
      .replace(
        /\bthe (\S+) of you( were| are| have)?\b/gi,
        (_, noun: string, verb = '') => `your ${noun}${ONE[verb] ?? verb}`,
      )
      .replace(/(?<!\p{L})(\p{L}+) (?=\1(?!\p{L}))/giu, '')
      .replace(/ ([,.;:)])/g, '$1')
      .replace(/[\s,;:-]+$/, '')
      .replace(/(?<=[.?!])[\s.]+$/, ''),
    language,
  );
  const closed = /[.?!]$/.test(mended) ? mended : `${mended}.`;
  if (/^\W*\d/.test(closed)) return closed;
  const first = closed.search(/\p{L}/u);
  return first < 0 ? closed : closed.slice(0, first) + (closed[first] ?? '').toUpperCase() + closed.slice(first + 1);
}
