/** Wing 2, recognize: the concept that words make when they are put side by side: "femoral" and "neck". */
import { eachForm } from '../search.ts';
import type { Knowledge } from '../stages.ts';
import { tokenize } from '../token.ts';

/** Index of the first concept of which the whole text is a form; -1 where there is none. */
export function entryNamed(text: string, { lexicon, book }: Pick<Knowledge, 'lexicon' | 'book'>): number {
  const written = tokenize(text, book);
  let entry = -1;
  eachForm(lexicon.forms, text, written, 0, written.length, (value, last) => {
    if (entry < 0 && value.layer === 'concept' && last === written.length) entry = value.entry;
  });
  return entry;
}
