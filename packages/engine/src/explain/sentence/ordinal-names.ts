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
    const named = run && thingBehind(chunks, run.to);
    const thing = named === null ? null : chunks[named];
    const first = chunks[at];
    if (!first) break;
    if (
      !run ||
      named === null ||
      thing?.kind !== 'concept' ||
      !isNumbered(thing, language) ||
      mayCount(chunks[at - 1], language)
    ) {
      told.push(first);
      at += 1;
      continue;
    }
    const isPlace = thing.concept.kind === 'anatomy';
    if (isPlace && chunks[named + 1]?.kind !== 'concept') {
      told.push(...chunks.slice(at, named + 1));
    } else if (named > run.to) {
      told.push(...chunks.slice(run.to, named), isPlace ? placeNamed(thing, run) : findingNamed(thing, run, language));
    } else {
      const { from, start, glued } = first;
      const whole = isPlace ? placeNamed(thing, run) : findingNamed(thing, run, language);
      told.push({ ...whole, from, start, glued, text: `${run.text} ${thing.text}` });
    }
    at = named + 1;
  }
  return told;
}

/** The concept behind the ordinals, sides and spots between them apart: "third left rib", "second posterior rib". */
function thingBehind(chunks: readonly Chunk[], from: number): number | null {
  let at = from;
  while (at < from + 2 && isPlacing(chunks[at])) at += 1;
  return chunks[at]?.kind === 'concept' ? at : null;
}

const isPlacing = (chunk: Chunk | undefined): boolean =>
  chunk?.kind === 'modifier' && (chunk.modifier.role === 'side' || chunk.modifier.role === 'position');

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
    const own = last || !language.levelLinks.has(link) ? null : ordinalOf(chunks[to + 1], language);
    // "fourth and" before "fifth metatarsal fractures", which has a name of its own
    if (own) return { text: joined(text, link, own), many: true, to: to + 1 };
    if (!last) return { text, many, to };
    text = joined(text, link, last.text);
    ({ to } = last);
    many = true;
  }
}

const joined = (text: string, link: string, next: string): string => {
  if (/^\w/.test(link)) return `${text} ${link} ${next}`;
  return link === ',' ? `${text}, ${next}` : `${text}${link}${next}`;
};

/** the ordinal that opens the name of a finding */
function ordinalOf(chunk: Chunk | undefined, { ordinals }: Language): string | null {
  const [first = ''] = chunk?.kind === 'concept' ? chunk.text.toLowerCase().split(' ') : [];
  return ordinals.has(first) || DIGITS.test(first) ? first : null;
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

/** "rib" of "rib fractures"; "metatarsal" of "fifth metatarsal fractures" */
function boneOf({ text }: Chunk, { ordinals }: Language): string {
  const [first = '', second = ''] = text.toLowerCase().split(' ');
  const bone = ordinals.has(first) || DIGITS.test(first) ? second : first;
  return (/^[a-z]+/.exec(bone)?.[0] ?? '').replace(/s$/, '');
}

const isNumbered = (thing: Concept, language: Language): boolean => language.numberedNames.has(boneOf(thing, language));

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
function findingNamed(thing: Concept, { text, many }: Ordinals, language: Language): Concept {
  const { words } = thing;
  const bone = boneOf(thing, language);
  const bones = `${bone}${many ? 's' : ''}`;
  const inside = (name: string): string => {
    const [, head, noun] = /^(.*?)(\S+)$/.exec(name) ?? [];
    const isBone = noun === bone || noun === `${bone}s`;
    return isBone && !many ? `${head}${text} ${noun}` : `${name} (${isBone ? text : `${text} ${bones}`})`;
  };
  const { plain, plural = plain } = words;
  return { ...thing, words: { ...words, plain: inside(plain), plural: inside(plural) } };
}
