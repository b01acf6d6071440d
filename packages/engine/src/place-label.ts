/** Ground floor: the side or the level of the spine that a label gives to all statements behind it: "RIGHT: veins compressible. No thrombus." */
import type { Laterality, Span } from './document.ts';
import { type Level, levelsIn } from './level.ts';
import { firstNotBefore } from './order.ts';
import type { Knowledge, Recognized, SegmentedStatement } from './stages.ts';

export interface PlaceLabel {
  readonly side: Laterality | null;
  readonly levels: readonly Level[];
  /** of the label, without its colon */
  readonly span: Span;
  /** the statement that holds it */
  readonly statement: string;
}

/** A label is no longer than this many tokens. */
const LONGEST = 5;
const EMPTY_LINE = /\n\s*\n/;

/** By statement; a label counts to the next one, an empty line, or the end of its section. Statements that hold one are theirs too. */
export const placeLabels = (recognized: Recognized, knowledge: Knowledge): ReadonlyMap<string, PlaceLabel> =>
  carried(recognized, ({ from, to, id }) => labelAt(recognized, from, to, id, knowledge));

/** The part of the body that a label gives to the statements behind it: "Liver: normal size. No focal lesion." */
export interface OrganLabel {
  /** of the label, without its colon */
  readonly span: Span;
  /** the statement that holds it */
  readonly statement: string;
  /** the organ */
  readonly concept: string;
}

/** By statement, as `placeLabels`. */
export const organLabels = (recognized: Recognized, knowledge: Knowledge): ReadonlyMap<string, OrganLabel> =>
  carried(recognized, ({ from, to, id }) => organAt(recognized, from, to, id, knowledge));

function organAt(
  recognized: Recognized,
  from: number,
  to: number,
  statement: string,
  { reading }: Knowledge,
): OrganLabel | null | undefined {
  const label = wordsAt(recognized, from, to);
  if (!label) return undefined;
  const { concept: matches } = recognized.matches;
  for (let at = firstNotBefore(matches, (match) => match.from < from); at < matches.length; at += 1) {
    const match = matches[at];
    if (!match || match.from > from) break;
    const concept = match.to === label.colon ? reading.concepts[match.entry] : undefined;
    if (concept?.kind === 'anatomy') return { span: label.span, statement, concept: concept.id };
  }
  return null;
}

/** What the last label before a statement gives. */
function carried<T extends object>(
  { statements, source }: Recognized,
  labelOf: (statement: SegmentedStatement) => T | null | undefined,
): ReadonlyMap<string, T> {
  const labels = new Map<string, T>();
  let current: T | null = null;
  let section = '';
  let end = 0;
  for (const statement of statements) {
    const isApart = statement.section !== section || EMPTY_LINE.test(source.text.slice(end, statement.span[0]));
    const label = labelOf(statement);
    if (label !== undefined) current = label;
    else if (isApart) current = null;
    section = statement.section;
    end = statement.span[1];
    if (current) labels.set(statement.id, current);
  }
  return labels;
}

/** The words of a label, and the token of its colon. */
function wordsAt(
  { tokens }: Recognized,
  from: number,
  to: number,
): { readonly span: Span; readonly colon: number } | undefined {
  let colon = from;
  while (colon < Math.min(to, from + LONGEST) && tokens[colon]?.norm !== ':') colon += 1;
  const [first, last] = [tokens[from], tokens[colon - 1]];
  if (colon === from || tokens[colon]?.norm !== ':' || !first || !last) return undefined;
  return { span: [first.start, last.end], colon };
}

/** Undefined where no label stands; null where one does that gives no place. */
function labelAt(
  recognized: Recognized,
  from: number,
  to: number,
  statement: string,
  { reading }: Knowledge,
): PlaceLabel | null | undefined {
  const label = wordsAt(recognized, from, to);
  if (!label) return undefined;
  const { tokens, matches } = recognized;
  const { span, colon } = label;
  for (let i = firstNotBefore(matches.modifier, (match) => match.to <= from); i < matches.modifier.length; i += 1) {
    const match = matches.modifier[i];
    if (!match || match.from >= colon) break;
    const { role, value } = reading.modifiers[match.entry] ?? {};
    if (role === 'side' && (value === 'left' || value === 'right')) return { side: value, levels: [], span, statement };
  }
  // "RT KIDNEY:" is a name of its own
  for (let i = firstNotBefore(matches.concept, (match) => match.from < from); i < matches.concept.length; i += 1) {
    const match = matches.concept[i];
    if (!match || match.to > colon) break;
    const side = reading.concepts[match.entry]?.laterality;
    if (side === 'left' || side === 'right') return { side, levels: [], span, statement };
  }
  const levels = levelsIn(tokens, from, colon);
  return levels.length > 0 ? { side: null, levels, span, statement } : null;
}
