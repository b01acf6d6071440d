/** Wing 4, explain: the level before a part of a spine bone belongs to the bone: "L1 vertebral body" → "main part of the L1 spine bone". */
import type { Language } from './language.ts';
import type { Word } from './word.ts';

export interface Levelled {
  /** the words before, without the level */
  readonly before: readonly Word[];
  readonly text: string;
}

/** Null where no level stands last among the words, or the part names no bone that could bear it. */
export function levelled(words: readonly Word[], part: string, language: Language): Levelled | null {
  const from = levelFrom(words, language);
  if (from === words.length) return null;
  for (const bone of language.levelled) {
    const end = language.articles.map((article) => ` ${article} ${bone}`).find((one) => part.endsWith(one));
    if (!end) continue;
    const level = words.slice(from).reduce((all, { text, glued }) => all + (glued || all === '' ? '' : ' ') + text, '');
    return { before: words.slice(0, from), text: `${part.slice(0, -end.length)} ${language.the} ${level} ${bone}` };
  }
  return null;
}

const LEVEL = /^[CTLS]\d{1,2}$/i;

/** Where "L3 and L4", "L3-L5" or "L1" begins that the words end with. */
function levelFrom(words: readonly Word[], language: Language): number {
  let from = words.length;
  for (let at = words.length - 1; at >= 0; at -= 1) {
    const text = words[at]?.text ?? '';
    if (LEVEL.test(text)) from = at;
    else if (from === at + 2 || !language.levelLinks.has(text.toLowerCase())) break;
  }
  return from;
}
