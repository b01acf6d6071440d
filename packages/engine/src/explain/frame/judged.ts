/** Wing 4, explain, frame: what of an organ is judged: "the size and contour of the liver", "aortic diameter", "normal in size and echotexture". */
import type { Frames } from '@readingscan/knowledge';
import type { Span } from '../../document.ts';
import type { Match } from '../../lexicon.ts';
import type { AspectAt } from './aspects.ts';
import type { Describing } from './describing.ts';
import { type Ground, normAt } from './ground.ts';

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
    withoutJudged(behind(to + (ground.words.judging.has(normAt(ground, to)) ? 1 : 0), ground), ground),
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

/** "Normal in size, contour lobulated": what another word or verb behind it judges is not judged before it. */
function withoutJudged(aspects: readonly AspectAt[], ground: Ground): readonly AspectAt[] {
  const last = aspects.at(-1);
  if (!last) return aspects;
  const isJudged = ground.modifierFrom.has(last.to) || ground.words.link.has(normAt(ground, last.to));
  return isJudged ? aspects.slice(0, -1) : aspects;
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
