/** Wing 4, explain: a statement cut into the pieces that have plain words of their own, and the words between them. */
import type { ConceptWords, Modifier, ReadingConcept, Wording } from '@readingscan/knowledge';
import type { Span } from '../../document.ts';
import { everydayWords } from '../../everyday.ts';
import type { Match, Matches } from '../../lexicon.ts';
import { eachForm } from '../../search.ts';
import type { Knowledge, Related } from '../../stages.ts';
import type { Token } from '../../token.ts';
import { scoreSpansOf } from '../score-span.ts';
import { languageOf } from './language.ts';
import { type People, peopleIn } from './person.ts';

interface Place {
  /** tokens `[from, to)` and the span they cover */
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  /** as written */
  readonly text: string;
  /** no white space stands before it in the report */
  readonly glued: boolean;
  /** its words come from the frame of the sentence (own-chunk.ts) */
  readonly own?: boolean;
}

export type Chunk = Place &
  (
    | {
        readonly kind: 'concept';
        readonly concept: ReadingConcept;
        readonly words: ConceptWords;
        readonly plural: boolean;
        /** its noun stands behind a later name */
        readonly shares?: boolean;
      }
    | { readonly kind: 'modifier'; readonly modifier: Modifier }
    | { readonly kind: 'wording'; readonly wording: Wording }
    | { readonly kind: 'phrase'; readonly plain: string }
    /** a length, another quantity or an assessment category: kept as written */
    | { readonly kind: 'quantity' }
    | { readonly kind: 'word'; readonly norm: string; readonly known: boolean }
    | { readonly kind: 'number' }
    | { readonly kind: 'mark' }
  );

/** Matches and quantities of a report by their first token, made once per report. */
export interface PieceIndex {
  readonly concept: ReadonlyMap<number, Match>;
  /** tokens after the first of a concept: where that was not used, a shorter one may begin */
  readonly inside: ReadonlySet<number>;
  readonly modifier: ReadonlyMap<number, Match>;
  readonly wording: ReadonlyMap<number, Match>;
  readonly phrase: ReadonlyMap<number, Match>;
  /** first character → end of a quantity that stays as written */
  readonly quantity: ReadonlyMap<number, number>;
  /** names of people by token */
  readonly people: People;
  /** first character of a finding → the name it has at its place: of a nodule in the lung */
  readonly placed: ReadonlyMap<number, string>;
}

const indexes = new WeakMap<Related, PieceIndex>();

/** Made once for a report. */
export function indexPieces(related: Related, knowledge: Knowledge): PieceIndex {
  let index = indexes.get(related);
  if (!index) {
    index = newIndex(related, knowledge);
    indexes.set(related, index);
  }
  return index;
}

function newIndex(related: Related, knowledge: Knowledge): PieceIndex {
  const byStart = (layer: keyof Matches): ReadonlyMap<number, Match> =>
    new Map(related.matches[layer].map((match) => [match.from, match]));
  const quantity = new Map<number, number>();
  // "scattered fibroglandular density (B)": a finding with plain words of its own, then its letter
  const findings = new Map(
    related.matches.concept.flatMap(({ entry, start, end }) =>
      knowledge.reading.concepts[entry]?.kind === 'finding' ? [[start, end] as const] : [],
    ),
  );
  const isNamed = ([start, end]: Span): boolean => (findings.get(start) ?? end) < end;
  for (const span of [
    ...related.measurements.map((one) => one.span),
    ...[...scoreSpansOf(related).values()].filter((span) => !isNamed(span)),
  ])
    quantity.set(span[0], Math.max(span[1], quantity.get(span[0]) ?? 0));
  const inside = new Set<number>();
  for (const { from, to } of related.matches.concept) for (let at = from + 1; at < to; at += 1) inside.add(at);
  return {
    inside,
    concept: byStart('concept'),
    modifier: byStart('modifier'),
    wording: byStart('wording'),
    phrase: byStart('phrase'),
    quantity,
    people: peopleIn(related, knowledge),
    placed: placedNames(related, knowledge),
  };
}

const toldNames = new WeakMap<object, ReadonlySet<string>>();

/** Findings whose sentences name them by their place, as their headline does. */
function placedNames({ findings }: Related, { reading }: Knowledge): ReadonlyMap<number, string> {
  const { specializations } = reading.documents;
  let told = toldNames.get(specializations);
  if (!told) {
    told = new Set(specializations.findings.flatMap((one) => (one.told ? [one.becomes] : [])));
    toldNames.set(specializations, told);
  }
  const names = new Map<number, string>();
  for (const { span, concept } of findings) if (told.has(concept)) names.set(span[0], concept);
  return names;
}

/** The longest piece at each place, from left to right; where two are as long, the one that says more. */
export function chunksOf(
  related: Related,
  [from, to]: readonly [number, number],
  index: PieceIndex,
  knowledge: Knowledge,
): Chunk[] {
  const { tokens } = related;
  const everyday = everydayWords(knowledge.reading);
  const grammar = knowledge.words ? languageOf(knowledge.words).all : everyday;
  const short = shortForms(knowledge.reading);
  const isKnown = (at: number): boolean => {
    const norm = tokens[at]?.norm ?? '';
    return (everyday.has(norm) || grammar.has(norm)) && !isShortForm(at, short, related);
  };
  const chunks: Chunk[] = [];
  for (let at = from; at < to; ) {
    const token = tokens[at];
    if (!token) break;
    const name = index.people.get(at);
    const quantityEnd = index.quantity.get(token.start);
    const chunk =
      name !== undefined
        ? { ...wordAt(at, '', true, related), own: true, text: name }
        : quantityEnd !== undefined
          ? plainChunk('quantity', placeAt(at, endOfQuantity(at, to, quantityEnd, tokens), related))
          : (longest(at, to, related, index, knowledge) ??
            (token.kind === 'word'
              ? wordAt(at, token.norm, isKnown(at), related)
              : plainChunk(token.kind, placeAt(at, at + 1, related))));
    chunks.push(chunk);
    at = chunk.to;
  }
  return chunks;
}

/** MS, AS: short forms whose letters are also a word; among words in capitals they may be that word. */
function isShortForm(at: number, short: ReadonlySet<string>, { source, tokens }: Related): boolean {
  const written = (i: number): string => source.text.slice(tokens[i]?.start ?? 0, tokens[i]?.end ?? 0);
  return short.has(written(at)) && [at + 1, at - 1].some((i) => /[a-z]/.test(written(i)));
}

const shorts = new WeakMap<object, ReadonlySet<string>>();

/** The short forms of two capitals that mean something only in their context. Made once for a knowledge. */
function shortForms({ documents: { senses } }: Knowledge['reading']): ReadonlySet<string> {
  let forms = shorts.get(senses);
  if (!forms) {
    forms = new Set(senses.short.flatMap((one) => one.forms).filter((form) => /^[A-Z]{2}$/.test(form)));
    shorts.set(senses, forms);
  }
  return forms;
}

function endOfQuantity(at: number, limit: number, quantityEnd: number, tokens: readonly Token[]): number {
  let end = at + 1;
  while (end < limit && (tokens[end]?.end ?? Number.POSITIVE_INFINITY) <= quantityEnd) end += 1;
  return end;
}

function placeAt(from: number, to: number, { source, tokens }: Related): Place {
  const first = tokens[from];
  const start = first?.start ?? 0;
  const end = tokens[to - 1]?.end ?? start;
  // a mark of no width is one that the report leaves out
  const text = start === end && first ? first.norm : source.text.slice(start, end);
  return { from, to, start, end, text, glued: first?.glued ?? false };
}

// written out, here and below: a spread copies far slower
const plainChunk = (kind: 'quantity' | 'number' | 'mark', { from, to, start, end, text, glued }: Place): Chunk => ({
  kind,
  from,
  to,
  start,
  end,
  text,
  glued,
});

function wordAt(at: number, norm: string, known: boolean, related: Related): Chunk {
  const { from, to, start, end, text, glued } = placeAt(at, at + 1, related);
  return { kind: 'word', norm, known, from, to, start, end, text, glued };
}

/** "Lung" of Lung-RADS is no lung: a hyphen and more letters follow. */
const isPartOfName = (at: number, tokens: readonly Token[]): boolean =>
  tokens[at]?.norm === '-' &&
  tokens[at]?.glued === true &&
  tokens[at + 1]?.kind === 'word' &&
  tokens[at + 1]?.glued === true &&
  tokens[at + 1]?.norm !== 'sided';

function longest(at: number, limit: number, related: Related, index: PieceIndex, knowledge: Knowledge): Chunk | null {
  let best: Chunk | null = null;
  for (const layer of PIECES) {
    const match =
      index[layer].get(at) ?? (layer === 'concept' ? conceptInside(at, limit, related, index, knowledge) : undefined);
    if (!match || match.to > limit || (best && match.to <= best.to) || isPartOfName(match.to, related.tokens)) continue;
    best = chunkOf(match, related, index, knowledge) ?? best;
  }
  return best;
}

/** of two that are as long, the first counts */
const PIECES = ['phrase', 'concept', 'modifier', 'wording'] as const;

/** The piece that a match stands for; null where it has no plain words. */
function chunkOf(match: Match, related: Related, { placed }: PieceIndex, { reading, words }: Knowledge): Chunk | null {
  const { from, to, start, end, text, glued } = placeAt(match.from, match.to, related);
  switch (match.layer) {
    case 'phrase': {
      const plain = reading.phrases[match.entry]?.plain;
      return plain ? { kind: 'phrase', plain, from, to, start, end, text, glued } : null;
    }
    case 'concept': {
      const concept = reading.concepts[match.entry];
      const own = concept && words?.concepts[placed.get(start) ?? concept.id];
      if (!concept || !own) return null;
      const { plural } = match;
      const chunk = { kind: 'concept' as const, concept, words: own, plural, from, to, start, end, text, glued };
      return related.sharers.has(from) ? { ...chunk, shares: true } : chunk;
    }
    case 'modifier': {
      const modifier = reading.modifiers[match.entry];
      return modifier ? { kind: 'modifier', modifier, from, to, start, end, text, glued } : null;
    }
    case 'wording': {
      const wording = reading.wordings[match.entry];
      return wording ? { kind: 'wording', wording: withName(wording, text), from, to, start, end, text, glued } : null;
    }
    default:
      return null;
  }
}

/** "{name} (a blood thinner)": told with the name that was written. */
function withName(wording: Wording, text: string): Wording {
  if (!wording.plain.includes(NAME)) return wording;
  const name = text === text.toUpperCase() && text.length > LONGEST_CODE ? text.toLowerCase() : text;
  return { class: wording.class, plain: wording.plain.replace(NAME, name) };
}
const NAME = '{name}';
const LONGEST_CODE = 6; // letters: R-CHOP

/** Inside the name that was found, where that was not used, a shorter one may begin. */
const conceptInside = (
  at: number,
  limit: number,
  related: Related,
  index: PieceIndex,
  knowledge: Knowledge,
): Match | undefined => (index.inside.has(at) ? conceptAt(at, limit, related, knowledge) : undefined);

/** "left atrium" after "moderately dilated", where "dilated left atrium" is a concept too. */
function conceptAt(at: number, limit: number, { source, tokens }: Related, { lexicon }: Knowledge): Match | undefined {
  let found: Match | undefined;
  eachForm(lexicon.forms, source.text, tokens, at, limit, ({ layer, entry, plural }, to) => {
    if (layer !== 'concept' || (found && to <= found.to)) return;
    found = { layer, entry, plural, from: at, to, start: tokens[at]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
  });
  return found;
}
