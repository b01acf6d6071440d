/** Wing 4, explain: article, modifiers, organ and finding → one plain noun phrase. "a 6 mm right upper lobe nodule" → "a 6 mm small spot in the upper part of the right lung". */
import type { Chunk } from './chunk.ts';
import type { Language } from './language.ts';
import { type Side, withSide } from './side.ts';

export interface NounPhrase {
  readonly text: string;
  /** chunks `[from, to)` it was made of */
  readonly to: number;
  readonly number: 'count' | 'mass' | 'plural';
  readonly anatomy: boolean;
  /** the report gave no article where English wants one */
  readonly bare: boolean;
}

type Concept = Extract<Chunk, { kind: 'concept' }>;

/** The noun phrase that begins at a chunk, its article aside; null where none does. */
export function nounPhraseAt(chunks: readonly Chunk[], from: number, language: Language): NounPhrase | null {
  let at = from;
  while (isBefore(chunks[at]) && !isLink(chunks[at], language)) at += 1;
  const before = chunks.slice(from, at);
  const heads = headsAt(chunks, at);
  const head = heads.at(-1);
  if (!head) return null;
  const to = at + heads.length + heads.links;
  const side = sideOf(before);
  const organs = heads.slice(0, -1);
  const plural = isPlural(head, before);
  const named = plural ? (head.words.plural ?? head.words.plain) : head.words.plain;
  const text = place(named, organs, side, head, language);
  const number =
    head.words.number === 'count'
      ? plural || (side === 'bilateral' && head.concept.kind === 'anatomy')
        ? 'plural'
        : 'count'
      : head.words.number;
  const words = before.filter((chunk) => !isSide(chunk)).map((chunk) => wordOf(chunk));
  return {
    text: [...amount(words, before, number, language), text].filter(Boolean).join(' '),
    to,
    number,
    anatomy: head.concept.kind === 'anatomy',
    bare: !text.startsWith('both '),
  };
}

const isSide = (chunk: Chunk): boolean => chunk.kind === 'modifier' && chunk.modifier.role === 'side';

function isBefore(chunk: Chunk | undefined): boolean {
  if (!chunk) return false;
  if (chunk.kind === 'modifier') return true;
  return (
    chunk.kind === 'quantity' ||
    chunk.kind === 'number' ||
    (chunk.kind === 'wording' && chunk.wording.class === 'adjective')
  );
}

/** Normal, clear, intact say something about an organ; they do not belong to the name that follows. */
const isLink = (chunk: Chunk | undefined, _language: Language): boolean =>
  chunk?.kind === 'modifier' && chunk.modifier.role === 'normal' && chunk.text.includes(' ');

const ADJECTIVE = /(?:al|ar|ic|ous|ary|ian|ine|eal|id)$/i;

/** Concepts side by side: organs, then what is found there. "hilar and mediastinal adenopathy" counts its links too. */
function headsAt(chunks: readonly Chunk[], from: number): Concept[] & { links: number } {
  const heads: Concept[] = [];
  let links = 0;
  let at = from;
  for (;;) {
    const chunk = chunks[at];
    if (chunk?.kind !== 'concept') break;
    heads.push(chunk);
    at += 1;
    if (chunk.concept.kind !== 'anatomy') break;
    const link = chunks[at];
    const next = chunks[at + 1];
    const joins =
      link &&
      (link.text === ',' || link.text.toLowerCase() === 'and' || link.text.toLowerCase() === 'or' || link.text === '/');
    if (joins && next?.kind === 'concept' && ADJECTIVE.test(chunk.text) && reachesFinding(chunks, at + 1)) {
      links += 1;
      at += 1;
    }
  }
  return Object.assign(heads, { links });
}

function reachesFinding(chunks: readonly Chunk[], from: number): boolean {
  const [first, second] = [chunks[from], chunks[from + 1]];
  if (first?.kind !== 'concept') return false;
  return first.concept.kind !== 'anatomy' || (second?.kind === 'concept' && second.concept.kind !== 'anatomy');
}

function sideOf(before: readonly Chunk[]): Side | null {
  for (const chunk of before) {
    if (chunk.kind !== 'modifier' || chunk.modifier.role !== 'side') continue;
    const { value } = chunk.modifier;
    if (value === 'left' || value === 'right' || value === 'bilateral' || value === 'midline') return value;
  }
  return null;
}

const MANY = new Set([
  'multiple',
  'several',
  'few',
  'numerous',
  'many',
  'two',
  'three',
  'four',
  'five',
  'both',
  'some',
  'various',
  'innumerable',
]);
const isPlural = (head: Concept, before: readonly Chunk[]): boolean =>
  head.plural || (head.words.number === 'count' && before.some((chunk) => MANY.has(chunk.text.toLowerCase())));

const wordOf = (chunk: Chunk): string => {
  if (chunk.kind === 'modifier') return chunk.modifier.plain;
  if (chunk.kind === 'wording') return chunk.wording.plain;
  return chunk.text;
};

/** "small" before a mass noun: "a small amount of". */
function amount(
  words: readonly string[],
  before: readonly Chunk[],
  number: NounPhrase['number'],
  language: Language,
): readonly string[] {
  if (number !== 'mass') return words;
  const chunks = before.filter((chunk) => !isSide(chunk));
  const at = chunks.findIndex(
    (chunk) =>
      chunk.kind === 'modifier' &&
      (chunk.modifier.role === 'size' || chunk.modifier.role === 'severity') &&
      language.amounts.has(chunk.modifier.id),
  );
  const chunk = chunks[at];
  if (chunk?.kind !== 'modifier') return words;
  return [language.amounts.get(chunk.modifier.id) ?? '', ...words.filter((_, i) => i !== at)];
}

/** The finding with its organs and its side. */
function place(
  named: string,
  organs: readonly Concept[],
  side: Side | null,
  head: Concept,
  language: Language,
): string {
  if (organs.length === 0) return side ? sided(named, side, head, language) : named;
  const places = organs.map(({ words, plural }) => (plural ? (words.plural ?? words.plain) : words.plain));
  const last = places.at(-1) ?? '';
  const where = organs.every((_, i) => i === 0 || organs[i - 1] !== undefined) ? places : [last];
  const put = side ? where.map((name, i) => (i === where.length - 1 ? withSide(name, side, language) : name)) : where;
  const list = put.map((name) => (name.startsWith('both ') ? name : `the ${name}`));
  const link = head.concept.kind === 'anatomy' ? 'of' : 'in';
  return `${withoutPlace(named, last)} ${link} ${joined(list)}`;
}

function sided(named: string, side: Side, head: Concept, language: Language): string {
  if (
    head.concept.kind === 'anatomy' &&
    side !== 'bilateral' &&
    side !== 'midline' &&
    !named.split(' ').some((word) => language.sided.has(word))
  )
    return `${side} ${named}`;
  return withSide(named, side, language);
}

const joined = (list: readonly string[]): string =>
  list.length < 2 ? (list[0] ?? '') : `${list.slice(0, -1).join(', ')} and ${list.at(-1)}`;

/** "small spot in the lung" before "upper part of the right lung" → "small spot". */
function withoutPlace(named: string, organ: string): string {
  const [, head, noun] = /^(.+) (?:in|of|on) (?:the|a) (\S+)$/.exec(named) ?? [];
  return head && noun && organ.split(' ').includes(noun) ? head : named;
}
