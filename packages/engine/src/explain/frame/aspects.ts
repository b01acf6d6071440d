/** Wing 4, explain, frame: the words for what of an organ is judged: "size", "parenchymal density". */
import type { Frames } from '@readingscan/knowledge';
import type { Span } from '../../document.ts';
import { longestForm } from '../../search.ts';
import type { Explainable, Knowledge } from '../../stages.ts';
import { buildTrie, formsOf, type Trie } from '../../trie.ts';

type Aspect = Frames['aspects']['names'][number];

/** An aspect that a statement names: its tokens, [from, to). */
export interface AspectAt {
  readonly aspect: Aspect;
  readonly from: number;
  readonly to: number;
  readonly span: Span;
}

/** Where a statement names aspects, apart from what is named otherwise there ("heart size"). */
export function aspectsIn(
  { source, tokens }: Explainable,
  from: number,
  to: number,
  isNamed: (span: Span) => boolean,
  frames: Frames,
  { reading }: Knowledge,
): readonly AspectAt[] {
  const forms = formsIn(frames, reading.spelling);
  const found: AspectAt[] = [];
  for (let at = from; at < to; at += 1) {
    const form = longestForm(forms, source.text, tokens, at, to);
    const [first, last] = [tokens[at], form && tokens[form.to - 1]];
    if (!form || !first || !last) continue;
    const span: Span = [first.start, last.end];
    if (!isNamed(span)) found.push({ aspect: form.value, from: at, to: form.to, span });
    at = form.to - 1;
  }
  return found;
}

const cache = new WeakMap<Frames, Trie<Aspect>>();

function formsIn(frames: Frames, spelling: Readonly<Record<string, string>>): Trie<Aspect> {
  let forms = cache.get(frames);
  if (!forms) {
    forms = buildTrie(
      frames.aspects.names.flatMap((name) => formsOf(name, name.match)),
      spelling,
    );
    cache.set(frames, forms);
  }
  return forms;
}
