/** Wing 4, explain: what is said behind a noun that denies it: "Free gas - nil", "PE negative". */
import type { Language } from './language.ts';
import type { Word } from './word.ts';

/** "Pneumothorax no longer visible", "Free gas - nil", "PE negative": where what is said of the noun denies it; -1 where nothing does. */
export function deniedBehind(words: readonly Word[], noun: number, language: Language): number {
  return words.findIndex(({ text, kind }, at) => {
    if (at <= noun || kind === 'mark') return false;
    const first = text.split(' ')[0]?.toLowerCase() ?? '';
    const before = words[at - 1];
    if (language.answers.has(first)) return isAnswer(words, at);
    if (text === language.missing) return isAnswer(words, at) && words[noun]?.anatomy !== true;
    return language.denying.has(first) && before?.kind === 'noun';
  });
}

/** Right behind the noun, or behind a dash, and nothing that it describes follows. */
function isAnswer(words: readonly Word[], at: number): boolean {
  const before = words[at - 1];
  if (words[at + 1]?.kind === 'noun') return false;
  return before?.kind === 'noun' || (before?.kind === 'mark' && before.text !== ',');
}

/** "Free fluid absent on the left": "no free fluid on the left" */
export const withoutIt = (words: readonly Word[], noun: number, denied: number): readonly Word[] => [
  { text: 'no', glued: false, kind: 'denial' },
  ...words
    .slice(0, denied)
    .map((word, i) => (i === noun ? { ...word, text: word.text.replace(/^(?:an?|the) /, '') } : word)),
  ...words.slice(denied + 1),
];

/** "Air outside the bowel: nil" */
export function answered(words: readonly Word[], at: number): readonly Word[] {
  const end = words[at - 1]?.kind === 'mark' ? at - 1 : at;
  const answer = words[at];
  if (!answer) return words;
  return [
    ...words.slice(0, end),
    { text: ':', glued: true, kind: 'mark' },
    { ...answer, glued: false },
    ...words.slice(at + 1),
  ];
}
