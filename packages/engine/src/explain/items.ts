/** Wing 4, explain: the impression, item by item in its order, each with certainty, change and what supports it. */
import { adviceTakenBack } from '../advice-taken-back.ts';
import type { Finding, ImpressionItem, Span } from '../document.ts';
import type { ExplainedItem, ExplainedPhrase, ExplainedTerm, PlainSentence, Told } from '../explanation.ts';
import { findingsOf } from '../findings-index.ts';
import { firstNotBefore } from '../order.ts';
import type { KnownSide } from '../sides.ts';
import type { Explainable, Knowledge } from '../stages.ts';
import { statementsById } from '../statements-by-id.ts';
import { examSideOf, isUnsided } from './exam-side.ts';
import { type Lead, leadsIn } from './lead.ts';
import { placesOfItem } from './places.ts';
import type { Teller } from './sentence/statement.ts';
import { fill } from './template.ts';
import type { Templates } from './templates.ts';

export interface ItemParts {
  readonly tell: Teller;
  readonly templates: Templates;
  readonly phrases: readonly ExplainedPhrase[];
  readonly terms: readonly ExplainedTerm[];
}

export function explainItems(
  related: Explainable,
  { tell, templates, phrases, terms }: ItemParts,
  knowledge: Knowledge,
): readonly ExplainedItem[] {
  const statements = statementsById(related);
  const leadOf = leadsIn(related, knowledge);
  const phrasesIn = slugsBySpan(phrases);
  const termsIn = slugsBySpan(terms);
  const isTranslated = knowledge.frames !== null;
  const examSide = examSideOf(related, knowledge);
  const advising = new Set(related.recommendations.map(({ statement }) => statement));
  const withdrawn = statementsTakenBack(related, knowledge);
  return related.impression.map((item) => {
    const own = item.statements.flatMap((id) => statements.get(id) ?? []);
    const told = own.map(tell);
    const lead = leadOf(item);
    const isChanged = item.statements.some((id) => related.amended.has(id));
    const isTakenBack = item.statements.some((id) => withdrawn.has(id));
    const later = isChanged ? templates.amended : isTakenBack ? templates.adviceTakenBack : null;
    const note = later ? [{ text: later, basis: [item.span], how: 'composed' as const }] : [];
    const plain = [...told.flatMap(({ plain }) => plain), ...note];
    const isAdvice = own[0] !== undefined && advising.has(own[0].id);
    const ofExam = examSide && lead && !isAdvice && isUnsided(own, related, knowledge) ? examSide : null;
    const ofFindings = lead && !isAdvice ? related.foundSides.get(item.id) : null;
    const side = ofExam ?? ofFindings ?? null;
    return {
      impression: item.id,
      rank: item.rank,
      original: related.source.text.slice(item.span[0], item.span[1]),
      plain: side ? withSide(plain, side, templates) : plain,
      certainty: lead && certaintyOf(lead, templates),
      change: lead && isOneChange(item, related) ? changeOf(lead.finding, templates) : null,
      phrases: phrasesIn(item.span),
      terms: termsIn(item.span),
      supportedBy: item.supportedBy.flatMap((id) => {
        const statement = statements.get(id);
        return statement
          ? [{ statement: id, plain: tell(statement).plain.map(isTranslated ? quotedAsSuch : withoutHow) }]
          : [];
      }),
      urgency: item.urgency,
      places: placesOfItem(item, side, related, knowledge),
    };
  });
}

/** Statements with advice that an addendum takes back. */
function statementsTakenBack(related: Explainable, knowledge: Knowledge): ReadonlySet<string> {
  const ids = adviceTakenBack(related, knowledge);
  return new Set(related.recommendations.flatMap(({ id, statement }) => (ids.has(id) ? [statement] : [])));
}

/** The slugs of the entries that begin within a span, in the order of the entries. */
function slugsBySpan(entries: readonly { readonly slug: string; readonly spans: readonly Span[] }[]) {
  const places = entries.flatMap(({ spans }, order) => spans.map(([start]) => ({ start, order })));
  places.sort((a, b) => a.start - b.start);
  return ([from, to]: Span): string[] => {
    const inside = new Set<number>();
    const first = firstNotBefore(places, ({ start }) => start < from);
    for (let at = first; (places[at]?.start ?? to) < to; at += 1) inside.add(places[at]?.order ?? 0);
    const slugs = [...inside].sort((a, b) => a - b).map((order) => entries[order]?.slug ?? '');
    return [...new Set(slugs)];
  };
}

/** The first sentence says on which side all of them are. */
const withSide = <T extends PlainSentence>(
  plain: readonly T[],
  { side, span }: KnownSide,
  templates: Templates,
): readonly T[] =>
  plain.map((sentence, at) =>
    at === 0 && sentence.how !== 'verbatim'
      ? { ...sentence, text: fill(templates.examSide[side], { text: sentence.text }), basis: [span, ...sentence.basis] }
      : sentence,
  );

/** "The right effusion is smaller, the left one larger": what is said of one is not said of all. */
function isOneChange({ findings }: Explainable['impression'][number], related: Explainable): boolean {
  const changes = findingsOf(findings, related.findings).flatMap(({ change }) => (change ? [change.direction] : []));
  return new Set(changes).size < 2;
}

/** "No new lesion" says that nothing is new, not that something is. */
function changeOf({ assertion, change, span }: Finding, templates: Templates): Told | null {
  if (!change || (assertion.presence === 'absent' && change.direction !== 'resolved')) return null;
  return { text: templates.change[change.direction], basis: change.basis.length ? change.basis : [span] };
}

/** How sure the report is of the lead, or of what is said about it where only that is in doubt. */
function certaintyOf({ hedge, doubt }: Lead, templates: Templates): ExplainedItem['certainty'] {
  if (doubt) return { rank: doubt.rank, text: templates.certaintyOfPart, basis: doubt.basis };
  const rank = hedge.assertion.certainty;
  return { rank, text: templates.certainty[rank], basis: placesOf(hedge) };
}

const placesOf = ({ assertion, span }: Finding): readonly Span[] =>
  assertion.basis.length ? [...assertion.basis, span] : [span];
/** Beside sentences of another language the report's own words are marked. */
const quotedAsSuch = (sentence: PlainSentence): PlainSentence =>
  sentence.how === 'verbatim' ? sentence : withoutHow(sentence);
const withoutHow = ({ text, basis }: PlainSentence): PlainSentence => ({ text, basis });

/** Whether every content word of an item is understood. */
export const isWhole = (item: ImpressionItem, notExplained: readonly { readonly span: Span }[]): boolean =>
  !notExplained.some(({ span }) => span[0] < item.span[1] && item.span[0] < span[1]);
