/** Wing 1, segment: which things of the knowledge a stretch of tokens names. */
import type { Page } from './page.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Whether findings, parts of the body, and things put in or done stand in `[from, to)`. */
export function namesIn(
  { text, tokens }: Page,
  from: number,
  to: number,
  words: Vocabulary,
): { readonly finding: boolean; readonly organ: boolean; readonly made: boolean } {
  let organ = false;
  let made = false;
  for (let at = from; at < to; at += 1) {
    const named = words.namedAt(text, tokens, at, to);
    if (named === 'finding') return { finding: true, organ, made };
    if (named === 'organ') organ = true;
    if (named === 'made') made = true;
  }
  return { finding: false, organ, made };
}
