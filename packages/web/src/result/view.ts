/** An explanation made ready to be shown: look-ups by id, marks by sentence, nothing worded. */
import type {
  Certainty,
  ExplainedItem,
  ExplainedPhrase,
  ExplainedTerm,
  Explanation,
  Finding,
  ImpressionItem,
  Measurement,
  Section,
  Span,
  Statement,
} from '@readingscan/engine';

export interface View {
  readonly explanation: Explanation;
  readonly text: string;
  /** the report itself is there, to be quoted */
  readonly hasWords: boolean;
  readonly item: (id: string) => ImpressionItem | undefined;
  readonly statement: (id: string) => Statement | undefined;
  readonly section: (id: string) => Section | undefined;
  readonly term: (slug: string) => ExplainedTerm | undefined;
  readonly phrase: (slug: string) => ExplainedPhrase | undefined;
  readonly findings: (item: ExplainedItem) => readonly Finding[];
  readonly measurements: (findings: readonly Finding[]) => readonly Measurement[];
}

export const RUNGS: readonly Certainty[] = ['definite', 'likely', 'possible', 'unlikely', 'excluded'];

export function viewOf(explanation: Explanation): View {
  const { reading } = explanation;
  const items = byId(reading.impression);
  const statements = byId(reading.statements);
  const sections = byId(reading.sections);
  const findings = byId(reading.findings);
  const measurements = byId(reading.measurements);
  const terms = new Map(explanation.terms.map((term) => [term.slug, term]));
  const phrases = new Map(explanation.phrases.map((phrase) => [phrase.slug, phrase]));
  return {
    explanation,
    text: reading.source.text,
    hasWords: reading.source.text !== '',
    item: (id) => items.get(id),
    statement: (id) => statements.get(id),
    section: (id) => sections.get(id),
    term: (slug) => terms.get(slug),
    phrase: (slug) => phrases.get(slug),
    findings: (item) => present((items.get(item.impression)?.findings ?? []).map((id) => findings.get(id))),
    measurements: (list) => present(list.flatMap((finding) => finding.measurements.map((id) => measurements.get(id)))),
  };
}

/** Words of the report, spaces at the edges left out. */
export function wordsAt(text: string, span: Span): string {
  return text.slice(span[0], span[1]).trim();
}

function byId<T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> {
  return new Map(list.map((entry) => [entry.id, entry]));
}

function present<T>(list: readonly (T | undefined)[]): readonly T[] {
  return list.filter((entry): entry is T => entry !== undefined);
}
