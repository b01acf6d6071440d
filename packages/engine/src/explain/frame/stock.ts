/** Wing 4, explain, frame: statements that reports repeat word by word and that no claim holds: "no evidence of recurrent disease", "partial response". */
import type { Frames } from '@readingscan/knowledge';
import { longestForm } from '../../search.ts';
import type { Explainable, Knowledge, SegmentedStatement } from '../../stages.ts';
import { buildTrie, formsOf, type Trie } from '../../trie.ts';

/** The sentence of a statement that is nothing but such words, with words beside them that add no fact; null for any other. */
export function stockSentence(
  { source, tokens }: Explainable,
  { from, to }: SegmentedStatement,
  frames: Frames,
  { reading }: Knowledge,
): string | null {
  let first = from;
  // the number of its item
  if (tokens[first]?.kind === 'number' && tokens[first + 1]?.kind === 'mark') first += 1;
  while (first < to && tokens[first]?.kind === 'mark') first += 1;
  const form = longestForm(formsIn(frames, reading.spelling), source.text, tokens, first, to);
  if (!form) return null;
  const silent = reading.lists.silent ?? [];
  for (let at = form.to; at < to; at += 1) {
    const token = tokens[at];
    if (token?.kind === 'mark' ? token.norm === '?' : !silent.includes(token?.norm ?? '')) return null;
  }
  return form.value;
}

const cache = new WeakMap<Frames, Trie<string>>();

function formsIn(frames: Frames, spelling: Readonly<Record<string, string>>): Trie<string> {
  let forms = cache.get(frames);
  if (!forms) {
    const { openings, denied, whole } = frames.stock;
    forms = buildTrie(
      [
        ...whole.flatMap(({ match, say }) => formsOf(say, match)),
        ...denied.flatMap(({ match, say }) =>
          formsOf(
            say,
            openings.flatMap((opening) => match.map((thing) => `${opening} ${thing}`)),
          ),
        ),
      ],
      spelling,
    );
    cache.set(frames, forms);
  }
  return forms;
}
