/** Wing 4, explain, frame: what of an organ is judged: "the size and contour of the liver", "aortic diameter", "normal in size and echotexture". */
import type { Frames } from '@readingscan/knowledge';
import type { Span } from '../../document.ts';
import type { Match } from '../../lexicon.ts';
import { longestForm } from '../../search.ts';
import type { Explainable, Knowledge } from '../../stages.ts';
import { buildTrie, formsOf, type Trie } from '../../trie.ts';
import type { Describing } from './describing.ts';
import { type Ground, normAt } from './ground.ts';

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

export interface Aspects {
  readonly names: readonly string[];
  readonly spans: readonly Span[];
  /** the words that say how the organ looks: where its aspects are more than those words hold, the plain one */
  readonly states: readonly Describing[];
}

/** The aspects beside organs and behind the words that say how they look. */
export function aspectsOf(
  organs: readonly Match[],
  modifiers: readonly Match[],
  states: readonly Describing[],
  frames: Frames,
  ground: Ground,
): Aspects {
  if (ground.aspectFrom.size === 0) return { names: [], spans: [], states };
  const [first, last] = [organs[0], organs.at(-1)];
  const beside = first && last ? [...before(first.from, ground), ...behind(last.to, ground)] : [];
  const further = modifiers.flatMap(({ to }) =>
    behind(to + (ground.words.judging.has(normAt(ground, to)) ? 1 : 0), ground),
  );
  const all = [...new Set([...beside, ...further])];
  const names = all.map(({ aspect }) => aspect.plain);
  const spans = all.map(({ span }) => span);
  if (further.length === 0) return { names, spans, states };
  // "normal in size, contour and density": one word for all of them
  const held = states.flatMap(({ id }) => frames.aspects.names.filter((name) => name.states.includes(id)));
  const plain = states.map((state): Describing => (isHeld(state, frames) ? { ...state, id: PLAIN } : state));
  return { names: [...new Set([...held.map((name) => name.plain), ...names])], spans, states: plain };
}

/** id of the modifier that says so of anything */
const PLAIN = 'normal';

const isHeld = ({ id }: Describing, { aspects }: Frames): boolean =>
  aspects.names.some(({ states }) => states.includes(id));

/** "The size and contour of | the liver" */
function before(from: number, ground: Ground): readonly AspectAt[] {
  let at = from;
  while (at > ground.from && (ground.words.determiners.has(normAt(ground, at - 1)) || ground.modifierTo.has(at)))
    at = ground.modifierTo.get(at)?.from ?? at - 1;
  if (!ground.words.partOf.has(normAt(ground, at - 1))) return [];
  at -= 1;
  const found: AspectAt[] = [];
  for (let own = ground.aspectTo.get(at); own; own = ground.aspectTo.get(at)) {
    found.unshift(own);
    at = own.from;
    while (at > ground.from && ground.words.list.has(normAt(ground, at - 1))) at -= 1;
  }
  return found;
}

/** "liver | size and contour", "normal in | size and contour", "of normal size | and contour" */
function behind(to: number, ground: Ground): readonly AspectAt[] {
  const found: AspectAt[] = [];
  let at = to;
  while (at < ground.to && ground.words.list.has(normAt(ground, at))) at += 1;
  for (let own = ground.aspectFrom.get(at); own; own = ground.aspectFrom.get(at)) {
    found.push(own);
    at = own.to;
    while (at < ground.to && ground.words.list.has(normAt(ground, at))) at += 1;
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
