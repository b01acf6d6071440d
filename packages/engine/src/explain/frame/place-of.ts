/** Wing 4, explain, frame: an organ or a part of one, as a statement names it. */
import type { Finding, Place, Span } from '../../document.ts';
import { type Match, matchesWithin } from '../../lexicon.ts';
import { namedFindings } from '../../named-parts.ts';
import type { Explainable, Knowledge, SegmentedStatement } from '../../stages.ts';
import type { Describing } from './describing.ts';

export interface ToldPlace {
  readonly concept: string;
  readonly plural: boolean;
  readonly laterality: Place['laterality'];
  readonly level: string | undefined;
  /** the words of the place itself; none where the finding implies it */
  readonly span: Span | null;
  /** the words of its level */
  readonly levelSpan: Span | null;
  /** named beside the one before it ("liver and spleen"), not within it ("right lung, upper lobe") */
  readonly isNext: boolean;
  /** the place that the one before it is part of: "upper pole of the kidney" */
  readonly isOf: boolean;
  /** the word that keeps what is said to what the pictures show of it */
  readonly seenSpan: Span | null;
  /** where in it */
  readonly describing: { readonly words: readonly Describing[]; readonly spans: readonly Span[] };
}
export const NOT_DESCRIBED: ToldPlace['describing'] = { words: [], spans: [] };

export function placeOf(match: Match, laterality: Place['laterality'], { reading }: Knowledge): ToldPlace {
  return {
    concept: reading.concepts[match.entry]?.id ?? '',
    plural: match.plural,
    laterality,
    level: undefined,
    span: [match.start, match.end],
    levelSpan: null,
    isNext: true,
    isOf: false,
    seenSpan: null,
    describing: NOT_DESCRIBED,
  };
}

const cache = new WeakMap<object, ReadonlyMap<number, Match>>();

/** The name of a concept that begins at a place. */
export function conceptFrom(start: number, { matches }: Explainable): Match | undefined {
  let byStart = cache.get(matches);
  if (!byStart) {
    byStart = new Map(matches.concept.map((match) => [match.start, match]));
    cache.set(matches, byStart);
  }
  return byStart.get(start);
}

/** What a finding is called in general where its name was made with its part of the body: "obstruction" of a bowel obstruction. */
export function writtenConcept({ concept, span }: Finding, related: Explainable, { reading }: Knowledge): string {
  const match = conceptFrom(span[0], related);
  const general = match && reading.concepts[match.entry]?.id;
  const named = general === undefined ? undefined : namedFindings(reading).get(general);
  return general !== undefined && named && [...named.values()].includes(concept) ? general : concept;
}

export const isPlural = ([start]: Span, related: Explainable): boolean => conceptFrom(start, related)?.plural ?? false;

/** The one side that a statement names. */
export function sideIn(
  { matches }: Explainable,
  { from, to }: SegmentedStatement,
  { reading }: Knowledge,
): Place['laterality'] {
  const sides = new Set(
    matchesWithin(matches.modifier, from, to).flatMap(({ entry }) => {
      const modifier = reading.modifiers[entry];
      return modifier?.role === 'side' && modifier.value ? [modifier.value] : [];
    }),
  );
  const [side, more] = sides;
  return !more && (side === 'left' || side === 'right' || side === 'bilateral' || side === 'midline') ? side : null;
}
