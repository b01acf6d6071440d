/** Wing 4, explain: what stands before the noun of a phrase: its side, its degree, how much of it, and what is better said behind it. */
import type { Chunk } from './chunk.ts';
import type { Language } from './language.ts';
import { atSpot } from './place.ts';
import { quantityText } from './quantity.ts';
import type { Side } from './side.ts';

/** Says nothing but a side, which the noun then bears; "contralateral" and "right greater than left" say more. */
export const isSide = (chunk: Chunk | undefined): boolean =>
  chunk?.kind === 'modifier' && chunk.modifier.role === 'side' && SIDES.has(chunk.modifier.id);
const SIDES = new Set(['left', 'right', 'bilateral', 'bilaterally', 'both', 'midline', 'on-the-left', 'on-the-right']);
export const isCalled = (chunk: Chunk): boolean => chunk.kind === 'modifier' && chunk.modifier.role === 'normal';

export function isBefore(chunk: Chunk | undefined, language: Language): boolean {
  if (chunk?.kind === 'word') return language.adjectives.has(chunk.norm);
  if (chunk?.kind === 'modifier') return chunk.modifier.role !== 'normal' || !chunk.text.includes(' ');
  return (
    chunk?.kind === 'quantity' ||
    chunk?.kind === 'number' ||
    (chunk?.kind === 'wording' && chunk.wording.class === 'adjective')
  );
}

/** Plain words of a modifier that stand after its noun: "from wear and tear"; "at the bottom of both lungs" rather than the hyphened form. */
export function tailOf(chunk: Chunk, language: Language): string | null {
  if (chunk.kind !== 'modifier') return null;
  const { plain, after } = chunk.modifier;
  if (isTail(plain, language)) return plain;
  return after && /-\S+-/.test(plain) && isTail(after, language) ? after : null;
}

/** Plain words of a modifier before its noun, or those that stand behind it. */
export interface PlainPart {
  readonly text: string;
  readonly tail: string | null;
}

/** Where something moved, for a place before the name of a movement: "medial displacement" is an inward shift. */
export function movedTo(chunk: Chunk, named: string, { movements }: Language): PlainPart | null {
  if (chunk.kind !== 'modifier' || chunk.modifier.role !== 'position') return null;
  const place = movements.places.get(chunk.modifier.plain);
  if (!place) return null;
  if (movements.before.some((opening) => named.startsWith(opening))) return { text: place.before, tail: null };
  return movements.behind.some((words) => named.includes(words))
    ? { text: chunk.modifier.plain, tail: place.behind }
    : null;
}

/** The one word before a finding that tells where it lies, and the finding with that place: "at the back". */
export function spotOf(
  before: readonly Chunk[],
  named: string,
  language: Language,
): { readonly chunk: Chunk; readonly text: string } | null {
  const [chunk, ...others] = before.filter((each) => each.kind === 'modifier' && each.modifier.role === 'position');
  if (chunk?.kind !== 'modifier' || others.length > 0) return null;
  const { after } = chunk.modifier;
  return after && isTail(after, language) ? { chunk, text: atSpot(named, after) } : null;
}

const isTail = (text: string, language: Language): boolean => {
  const [first = '', ...rest] = text.split(' ');
  return (
    rest.length > 0 &&
    (language.prepositions.has(first) ||
      language.participles.has(first) ||
      (!language.denials.has(first) && language.prepositions.has(rest[0] ?? '') && language.placed.has(first)))
  );
};

/** The noun says it already: "benign adenoma" is a growth that is not cancer. */
export const isSaid = (chunk: Chunk, text: string): boolean =>
  chunk.kind === 'modifier' && chunk.modifier.after !== undefined && ` ${text} `.includes(` ${chunk.modifier.after} `);

/** A degree of a state is an adverb: "mild" before "inflamed pancreas" is "mildly". */
export function inDegree(front: readonly string[], noun: string, language: Language): readonly string[] {
  const degree = front.at(-1);
  if (degree === undefined) return front;
  const state = noun.split(' ')[0] ?? '';
  const adverb = language.degrees.get(`${degree} ${state}`) ?? language.degrees.get(degree);
  return adverb && language.states.has(state) ? [...front.slice(0, -1), adverb] : front;
}

/** How much of something a name tells: "mildly" before "lymph node that takes up more tracer" is "a little more tracer". */
export function withAmountInside(
  front: readonly string[],
  noun: string,
  { amountsInside }: Language,
): { readonly front: readonly string[]; readonly noun: string } {
  for (const [words, amounts] of amountsInside) {
    const at = noun.indexOf(words);
    const told = at < 0 ? -1 : front.findIndex((word) => amounts.has(word));
    if (told < 0) continue;
    const amount = amounts.get(front[told] ?? '') ?? words;
    return {
      front: front.filter((_, i) => i !== told),
      noun: `${noun.slice(0, at)}${amount}${noun.slice(at + words.length)}`,
    };
  }
  return { front, noun };
}

export function sideOf(before: readonly Chunk[]): Side | null {
  for (const chunk of before) {
    if (chunk.kind !== 'modifier' || !isSide(chunk)) continue;
    const { value } = chunk.modifier;
    if (value === 'left' || value === 'right' || value === 'bilateral' || value === 'midline') return value;
  }
  return null;
}

/** The side as an ordinary noun bears it, before its other words: "the right lobe", "both levels". */
export function ownSide(
  before: readonly Chunk[],
  side: Side | null,
  part: boolean | undefined,
): 'left' | 'right' | 'both' | null {
  if (part && (side === 'left' || side === 'right')) return side;
  const isBoth = before.some((chunk) => chunk.kind === 'modifier' && chunk.modifier.id === 'both');
  return part !== undefined && isBoth ? 'both' : null;
}

/** The plain word that a chunk before a noun is told with. */
export const wordOf = (chunk: Chunk, language: Language): string => {
  if (chunk.kind === 'word') return chunk.norm;
  if (chunk.kind === 'modifier') return chunk.modifier.plain;
  if (chunk.kind === 'wording') return chunk.wording.plain;
  return chunk.kind === 'quantity' ? quantityText(chunk.text, language) : chunk.text;
};

/** "small" before a mass noun: "a small amount of"; but "moderate" before "thick muscle" is a degree. */
export function amount(
  parts: readonly { readonly chunk: Chunk; readonly text: string }[],
  { number, text }: { readonly number: 'count' | 'mass' | 'plural'; readonly text: string },
  language: Language,
): readonly string[] {
  const isState = language.states.has(text.split(' ')[0] ?? '') && language.degrees.has(parts.at(-1)?.text ?? '');
  const at =
    number === 'mass' && !isState
      ? parts.findIndex(({ chunk }) => chunk.kind === 'modifier' && language.amounts.has(chunk.modifier.id))
      : -1;
  const chunk = parts[at]?.chunk;
  const rest = parts.map(({ text }) => text);
  if (chunk?.kind !== 'modifier') return rest;
  return [language.amounts.get(chunk.modifier.id) ?? '', ...rest.filter((_, i) => i !== at)];
}
