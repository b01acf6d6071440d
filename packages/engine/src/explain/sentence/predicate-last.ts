/** Wing 4, explain: what opens a line of organs is said of them: "Normal liver and spleen" → "liver and spleen normal". */
import type { Chunk } from './chunk.ts';
import { isAnatomy, isListLink, isTest } from './chunk-kinds.ts';
import type { Language } from './language.ts';
import { isCalled, isSide } from './modifiers.ts';
import { comma } from './own-chunk.ts';
import { isVerb } from './word.ts';

/** "Normal liver and spleen", "Stable heart size": what opens a line of organs is what is said of them. */
export function withPredicateLast(chunks: readonly Chunk[], language: Language): readonly Chunk[] {
  const [first, ...all] = chunks;
  const rest = first && isOfProperty(first) && all[0]?.text.toLowerCase() === 'of' ? all.slice(1) : all;
  const fails = first !== undefined && isFailing(first, language);
  const isSaid = fails || saysState(first, language) || (first?.kind === 'word' && language.passives.has(first.norm));
  const end =
    measuredBehind(rest, language) ??
    saidBehind(rest, language) ??
    (rest.at(-1)?.kind === 'mark' ? rest.length - 1 : rest.length);
  const list = rest.slice(0, end);
  const isListed = (chunk: Chunk): boolean => isOfOrgans(chunk, language) || (fails && isTest(chunk));
  if (!first || !isSaid || list.length === 0 || !list.every(isListed)) return chunks;
  // each of the list is named: not "right and left ventricle"
  const isNamed = (at: number): boolean =>
    list[at]?.kind === 'concept' ||
    language.properties.has(list[at]?.text.toLowerCase() ?? '') ||
    isListLink(list[at], language);
  // "normal ovaries bilaterally": the side of what was named
  const last = isSide(list.at(-1)) ? list.length - 2 : list.length - 1;
  if (!isNamed(last) || list.some((chunk, at) => isListLink(chunk, language) && !isNamed(at - 1))) return chunks;
  // "normal liver and enlarged kidneys": what is further on has a state of its own
  const further = list.slice(list.findIndex((chunk) => isListLink(chunk, language)) + 1);
  if (further.length < list.length && further.some((chunk) => chunk.kind === 'modifier' && isState(chunk.modifier)))
    return chunks;
  const behind = rest.slice(end);
  const [next] = behind;
  const apart = next && next.kind !== 'mark' ? [comma(next)] : [];
  return [...list, { ...first, text: first.text.toLowerCase() }, ...apart, ...behind];
}

/** What an organ is like, in one piece: "normal", "enlarged", "patent". */
export const saysState = (chunk: Chunk | undefined, language: Language): boolean =>
  (chunk?.kind === 'modifier' && (isCalled(chunk) || isState(chunk.modifier))) ||
  (chunk?.kind === 'phrase' && !chunk.own && !chunk.plain.includes(' ') && !isVerb(chunk, language));

/** "Normal caliber" of the aorta: the state names what it is of. */
const isOfProperty = (chunk: Chunk): boolean => isCalled(chunk) && chunk.text.includes(' ');

/** "Nondiagnostic stress test": what a test did not do. */
function isFailing(chunk: Chunk, { denying }: Language): boolean {
  if (chunk.kind !== 'modifier' && chunk.kind !== 'wording') return false;
  const { plain } = chunk.kind === 'modifier' ? chunk.modifier : chunk.wording;
  return plain.includes(' ') && denying.has(plain.slice(0, plain.indexOf(' ')));
}

/** "Enlarged left adrenal gland, 15 mm": where the line of organs ends and its size follows, in a clause without a verb. */
function measuredBehind(chunks: readonly Chunk[], language: Language): number | null {
  const at = chunks.findIndex(
    ({ kind, text }, i) => kind === 'mark' && (text === ',' || text === '(') && chunks[i + 1]?.kind === 'quantity',
  );
  return at > 0 && !chunks.some((chunk) => isVerb(chunk, language)) ? at : null;
}

/** "Normal liver without a mass", "enlarged nerve most consistent with neuritis": where the line of organs ends and what they lack, or what it means, follows; null where a verb says it. */
function saidBehind(chunks: readonly Chunk[], language: Language): number | null {
  const at = chunks.findIndex(
    (chunk) => language.lacking.has(chunk.text.toLowerCase()) || isOpinion(chunk, language.links),
  );
  if (at <= 0 || chunks.some((chunk) => isVerb(chunk, language))) return null;
  const isMost = isAdverb(chunks[at - 1]);
  return isMost ? at - 1 : at;
}

const isOpinion = (chunk: Chunk, links: Language['links']): boolean =>
  chunk.kind === 'wording' && links.has(chunk.wording.plain);

/** "most", "also" */
const isAdverb = (chunk: Chunk | undefined): boolean => chunk?.kind === 'word' && chunk.known;

/** roles of what an organ is like, not where it is or how much of it there is */
const STATES: ReadonlySet<string> = new Set([
  'abnormal',
  'density',
  'echo',
  'margin',
  'shape',
  'size',
  'texture',
  'uptake',
]);

/** What was done to an organ is said behind it where there are words for that: "removed by surgery". */
const isState = ({ role, after }: { readonly role: string; readonly after?: string | undefined }): boolean =>
  STATES.has(role) || (role === 'status' && after !== undefined);

export const isOfOrgans = (chunk: Chunk, language: Language): boolean =>
  isAnatomy(chunk) ||
  (chunk.kind === 'modifier' && chunk.modifier.role !== 'normal') ||
  isListLink(chunk, language) ||
  language.determiners.has(chunk.text.toLowerCase()) ||
  language.properties.has(chunk.text.toLowerCase());
