/** Wing 4, explain, frame: statements that reports repeat word by word and that no claim holds: "no evidence of recurrent disease", "partial response". */
import type { Frames } from '@readingscan/knowledge';
import type { Span } from '../../document.ts';
import { longestForm } from '../../search.ts';
import type { Explainable, Knowledge, SegmentedStatement } from '../../stages.ts';
import { buildTrie, formsOf, type Trie } from '../../trie.ts';

/** The sentence of a statement that is nothing but such words, with words beside them that add no fact; null for any other. */
export function stockSentence(
  related: Explainable,
  statement: SegmentedStatement,
  frames: Frames,
  knowledge: Knowledge,
): string | null {
  const { tokens } = related;
  const { to } = statement;
  const form = formAt(related, statement, frames, knowledge);
  if (!form) return null;
  const silent = knowledge.reading.lists.silent ?? [];
  for (let at = form.to; at < to; at += 1) {
    const token = tokens[at];
    if (token?.kind === 'mark' ? token.norm === '?' : !silent.includes(token?.norm ?? '')) return null;
  }
  return form.value;
}

/** The sentence for such words at the head of a statement, set apart from what follows: "Complete response (Deauville 2)". */
export function stockOpening(
  related: Explainable,
  statement: SegmentedStatement,
  frames: Frames,
  knowledge: Knowledge,
): { readonly text: string; readonly span: Span } | null {
  const form = formAt(related, statement, frames, knowledge);
  const next = form && related.tokens[form.to];
  if (!form || (form.to < statement.to && !APART.has(next?.norm ?? ''))) return null;
  return { text: form.value, span: [related.tokens[form.from]?.start ?? 0, related.tokens[form.to - 1]?.end ?? 0] };
}
const APART: ReadonlySet<string> = new Set(['.', ';', '(']);

/** Such words at the head of a statement, behind the number of its item; tokens [from, to). */
function formAt(
  { source, tokens }: Explainable,
  { from, to }: SegmentedStatement,
  frames: Frames,
  { reading }: Knowledge,
): { readonly value: string; readonly from: number; readonly to: number } | null {
  let first = from;
  if (tokens[first]?.kind === 'number' && tokens[first + 1]?.kind === 'mark') first += 1;
  while (first < to && tokens[first]?.kind === 'mark') first += 1;
  const form = longestForm(formsIn(frames, reading.spelling), source.text, tokens, first, to);
  return form ? { value: form.value, from: first, to: form.to } : null;
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
