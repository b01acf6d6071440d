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
  };
}

/** The longest piece at each place, from left to right; where two are as long, the one that says more. */
export function chunksOf(
  related: Related,
  [from, to]: readonly [number, number],
  index: PieceIndex,
  knowledge: Knowledge,
): Chunk[] {
  const { tokens, source } = related;
  const everyday = everydayWords(knowledge.reading);
  const grammar = knowledge.words ? languageOf(knowledge.words).all : everyday;
  const chunks: Chunk[] = [];
  let at = from;
  while (at < to) {
    const token = tokens[at];
    if (!token) break;
    const place = (end: number): Place => {
      const last = tokens[end - 1] ?? token;
      return {
        from: at,
        to: end,
        start: token.start,
        end: last.end,
        text: source.text.slice(token.start, last.end),
        glued: token.glued,
      };
    };
    const name = index.people.get(at);
    if (name !== undefined) {
      chunks.push({ ...place(at + 1), own: true, kind: 'word', norm: '', known: true, text: name });
      at += 1;
      continue;
    }
    const quantityEnd = index.quantity.get(token.start);
    const piece = quantityEnd === undefined ? longest(at, to, related, index, knowledge) : null;
    if (quantityEnd !== undefined) {
      let end = at + 1;
      while (end < to && (tokens[end]?.end ?? Number.POSITIVE_INFINITY) <= quantityEnd) end += 1;
      chunks.push({ kind: 'quantity', ...place(end) });
      at = end;
    } else if (piece) {
      chunks.push({ ...piece.of, ...place(piece.to) });
      at = piece.to;
    } else {
      if (token.kind === 'word')
        chunks.push({
          kind: 'word',
          norm: token.norm,
          known: everyday.has(token.norm) || grammar.has(token.norm),
          ...place(at + 1),
        });
      else chunks.push({ kind: token.kind, ...place(at + 1) });
      at += 1;
    }
  }
  return chunks;
}

type Meaning = Chunk extends infer C ? (C extends Chunk ? Omit<C, keyof Place> : never) : never;

/** "Lung" of Lung-RADS is no lung: a hyphen and more letters follow. */
const isPartOfName = (at: number, tokens: readonly Token[]): boolean =>
  tokens[at]?.norm === '-' &&
  tokens[at]?.glued === true &&
  tokens[at + 1]?.kind === 'word' &&
  tokens[at + 1]?.glued === true &&
  tokens[at + 1]?.norm !== 'sided';

function longest(
  at: number,
  limit: number,
  related: Related,
  index: PieceIndex,
  knowledge: Knowledge,
): { readonly to: number; readonly of: Meaning } | null {
  const { tokens } = related;
  let best: { to: number; of: Meaning } | null = null;
  const offer = (match: Match | undefined, meaning: (match: Match) => Meaning | null): void => {
    if (!match || match.to > limit || (best && match.to <= best.to) || isPartOfName(match.to, tokens)) return;
    const of = meaning(match);
    if (of) best = { to: match.to, of };
  };
  offer(index.phrase.get(at), ({ entry }) => {
    const plain = knowledge.reading.phrases[entry]?.plain;
    return plain ? { kind: 'phrase', plain } : null;
  });
  offer(
    index.concept.get(at) ?? (index.inside.has(at) ? conceptAt(at, limit, related, knowledge) : undefined),
    ({ entry, plural }) => {
      const concept = knowledge.reading.concepts[entry];
      const words = concept && knowledge.words?.concepts[concept.id];
      return concept && words
        ? { kind: 'concept', concept, words, plural, ...(related.sharers.has(at) ? { shares: true } : {}) }
        : null;
    },
  );
  offer(index.modifier.get(at), ({ entry }) => {
    const modifier = knowledge.reading.modifiers[entry];
    return modifier ? { kind: 'modifier', modifier } : null;
  });
  offer(index.wording.get(at), ({ entry }) => {
    const wording = knowledge.reading.wordings[entry];
    return wording ? { kind: 'wording', wording } : null;
  });
  return best;
}

/** "left atrium" after "moderately dilated", where "dilated left atrium" is a concept too. */
function conceptAt(at: number, limit: number, { source, tokens }: Related, { lexicon }: Knowledge): Match | undefined {
  let found: Match | undefined;
  eachForm(lexicon.forms, source.text, tokens, at, limit, ({ layer, entry, plural }, to) => {
    if (layer !== 'concept' || (found && to <= found.to)) return;
    found = { layer, entry, plural, from: at, to, start: tokens[at]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
  });
  return found;
}
