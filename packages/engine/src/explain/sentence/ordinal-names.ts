/** Wing 4, explain: an ordinal before a bone says which one it is, not how many there are: "third rib fracture" → "a broken third rib". */
import type { Chunk } from './chunk.ts';
import type { Language } from './language.ts';

type Concept = Extract<Chunk, { kind: 'concept' }>;

/** The same chunks; ordinals and the bone that they number have become one name. Not "a second rib fracture", which may be one more. */
export function withOrdinalNames(chunks: readonly Chunk[], language: Language): readonly Chunk[] {
  if (!chunks.some((_, at) => ordinalAt(chunks, at, language) !== null)) return chunks;
  const told: Chunk[] = [];
  for (let at = 0; at < chunks.length; ) {
    const run = ordinalsAt(chunks, at, language);
    const thing = run && chunks[run.to];
    const first = chunks[at];
    if (!first) break;
    if (!run || thing?.kind !== 'concept' || !isNumbered(thing, language) || mayCount(chunks[at - 1], language)) {
      told.push(first);
      at += 1;
      continue;
    }
    const isPlace = thing.concept.kind === 'anatomy';
    if (isPlace && chunks[run.to + 1]?.kind !== 'concept') {
      told.push(...chunks.slice(at, run.to + 1));
    } else {
      const { from, start, glued } = first;
      const named = isPlace ? placeNamed(thing, run) : findingNamed(thing, run);
      told.push({ ...named, from, start, glued, text: `${run.text} ${thing.text}` });
    }
    at = run.to + 1;
  }
  return told;
}

interface Ordinals {
  readonly text: string;
  readonly many: boolean;
  /** chunk after the last */
  readonly to: number;
}

/** "third", "4th", "second and third", "7th-9th" */
function ordinalsAt(chunks: readonly Chunk[], from: number, language: Language): Ordinals | null {
  let last = ordinalAt(chunks, from, language);
  if (!last) return null;
  let { text, to } = last;
  let many = false;
  for (;;) {
    const link = chunks[to]?.text.toLowerCase() ?? '';
    last = language.levelLinks.has(link) ? ordinalAt(chunks, to + 1, language) : null;
    if (!last) return { text, many, to };
    text = /^\w/.test(link)
      ? `${text} ${link} ${last.text}`
      : link === ','
        ? `${text}, ${last.text}`
        : `${text}${link}${last.text}`;
    ({ to } = last);
    many = true;
  }
}

function ordinalAt(
  chunks: readonly Chunk[],
  at: number,
  { ordinals, ordinalEnds }: Language,
): Pick<Ordinals, 'text' | 'to'> | null {
  const chunk = chunks[at];
  if (!chunk) return null;
  const text = chunk.text.toLowerCase();
  if (chunk.kind !== 'mark' && (ordinals.has(text) || DIGITS.test(text))) return { text, to: at + 1 };
  const end = chunks[at + 1];
  return chunk.kind === 'number' && end?.glued && ordinalEnds.has(end.text.toLowerCase())
    ? { text: `${text}${end.text.toLowerCase()}`, to: at + 2 }
    : null;
}
const DIGITS = /^\d{1,2}(?:st|nd|rd|th)$/;

const boneOf = ({ text }: Chunk): string => (/^[a-z]+/.exec(text.toLowerCase())?.[0] ?? '').replace(/s$/, '');

const isNumbered = (thing: Concept, { numberedNames }: Language): boolean => numberedNames.has(boneOf(thing));

const mayCount = (before: Chunk | undefined, { counting }: Language): boolean =>
  before !== undefined && counting.has(before.text.toLowerCase());

function placeNamed(thing: Concept, { text, many }: Ordinals): Concept {
  const { words } = thing;
  const { plain, plural } = words;
  return many && plural
    ? { ...thing, words: { ...words, plain: `${text} ${plural}`, number: 'plural' } }
    : { ...thing, words: { ...words, plain: `${text} ${plain}` } };
}

/** "broken third rib"; where the name does not end in the bone as it is written, in brackets behind it. */
function findingNamed(thing: Concept, { text, many }: Ordinals): Concept {
  const { words } = thing;
  const bone = boneOf(thing);
  const bones = `${bone}${many ? 's' : ''}`;
  const inside = (name: string): string => {
    const [, head, noun] = /^(.*?)(\S+)$/.exec(name) ?? [];
    const isBone = noun === bone || noun === `${bone}s`;
    return isBone && !many ? `${head}${text} ${noun}` : `${name} (${isBone ? text : `${text} ${bones}`})`;
  };
  const { plain, plural = plain } = words;
  return { ...thing, words: { ...words, plain: inside(plain), plural: inside(plural) } };
}
