/** Ground floor: words that name anything at all, in the denials of reports: "no acute cardiopulmonary process". */
import type { Frames } from '@readingscan/knowledge';
import type { Knowledge } from './stages.ts';
import { buildTrie, formsOf, type Trie } from './trie.ts';

/** Ids of what such words name, as nouns are looked up by. */
export function genericNouns({
  generic: { things, regions },
}: Frames): ReadonlyMap<string, { readonly thing: (typeof things)[number]; readonly where: string }> {
  return new Map(
    things.flatMap((thing, at) => [
      [idOf(at, null), { thing, where: '' }] as const,
      ...regions.map(({ where }, region) => [idOf(at, region), { thing, where }] as const),
    ]),
  );
}

const idOf = (thing: number, region: number | null): string => `generic ${thing}${region === null ? '' : ` ${region}`}`;

const cache = new WeakMap<Frames, Trie<string>>();

export function genericForms(frames: Frames, { reading: { spelling } }: Knowledge): Trie<string> {
  let forms = cache.get(frames);
  if (!forms) {
    const { things, regions } = frames.generic;
    forms = buildTrie(
      things.flatMap((thing, at) => [
        ...formsOf(idOf(at, null), thing.match),
        ...regions.flatMap((region, number) =>
          formsOf(
            idOf(at, number),
            region.match.flatMap((word) => thing.match.map((noun) => `${word} ${noun}`)),
          ),
        ),
      ]),
      spelling,
    );
    cache.set(frames, forms);
  }
  return forms;
}
