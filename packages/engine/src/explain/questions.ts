/** Wing 4, explain: questions to ask, each tied to the sentence it comes from; and when a second opinion is reasonable. */
import type { Finding, Span } from '../document.ts';
import type { ExplainedItem, Told } from '../explanation.ts';
import type { Explainable, Knowledge } from '../stages.ts';
import { tokenAt } from '../token.ts';
import { type Lead, leadsIn } from './lead.ts';
import type { Speech } from './speech.ts';
import { asksUrgently, stepWordsOf } from './step-words.ts';
import { fill } from './template.ts';
import type { Templates } from './templates.ts';

const MOST = 6;

export function questionsOf(
  related: Explainable,
  items: readonly ExplainedItem[],
  notExplained: readonly { readonly span: Span }[],
  knowledge: Knowledge,
  { templates, nameOf }: Pick<Speech, 'templates' | 'nameOf'>,
  /** whether a score is told with what it means */
  isMeant: (score: Span) => boolean,
): readonly Told[] {
  const { questions } = templates;
  const leadOf = leadsIn(related, knowledge);
  const asked: Told[] = [];
  const ask = (text: string, basis: readonly Span[]): void => {
    if (!asked.some((known) => known.text === text) && basis.length) asked.push({ text, basis });
  };
  const explained = new Map(items.map((item) => [item.impression, item]));
  for (const impression of related.impression) {
    const item = explained.get(impression.id);
    if (!item || item.urgency === 'reassuring') continue;
    const lead = leadOf(impression);
    const basis: readonly Span[] = [
      impression.span[1] - impression.span[0] <= 400 ? impression.span : (item.plain[0]?.basis[0] ?? impression.span),
    ];
    if (item.urgency === 'emergency') ask(questions.urgent, basis);
    if (!lead || !isThere(lead.finding)) continue;
    const { concept, span, change } = lead.finding;
    const what = nameOf(concept);
    if (what) ask(fill(isFact(lead) ? questions.finding : questions.uncertain, { what }), [span]);
    if (change?.direction === 'increased') ask(questions.growing, change.basis.length ? change.basis : [span]);
  }
  for (const { action, interval, span } of related.recommendations) {
    if (action === 'biopsy') ask(questions.biopsy, [span]);
    else if (action === 'imaging' || action === 'surveillance')
      ask(
        interval || isTimed(related, span, knowledge) || asksUrgently(related, span, stepWordsOf(knowledge.reading))
          ? questions.next
          : questions.noInterval,
        [span],
      );
  }
  const score = related.scores.find(({ temporality, span }) => temporality === 'current' && !isMeant(span));
  if (score) ask(questions.score, [score.span]);
  const unclear = notExplained[0];
  if (unclear) ask(questions.unexplained, [unclear.span]);
  return asked.slice(0, MOST);
}

export function secondOpinionOf(related: Explainable, knowledge: Knowledge, templates: Templates): readonly Told[] {
  const leadOf = leadsIn(related, knowledge);
  for (const item of related.impression) {
    const lead = item.urgency === 'urgent' || item.urgency === 'emergency' ? leadOf(item) : null;
    if (!lead || !isThere(lead.finding)) continue;
    const { serious, uncertain } = templates.secondOpinion;
    return [{ text: isFact(lead) ? serious : uncertain, basis: [lead.finding.span] }];
  }
  return [];
}

/** "at 32 weeks" is a time too, though counted from no scan. */
function isTimed({ tokens }: Explainable, [start, end]: Span, { reading }: Knowledge): boolean {
  const { units } = reading.documents.recommendations;
  const isUnit = (norm: string): boolean => units.some(({ match }) => match.includes(norm));
  const from = tokenAt(tokens, start, 0, tokens.length);
  for (let at = from; at + 1 < tokens.length && (tokens[at + 1]?.end ?? end) <= end; at += 1)
    if (tokens[at]?.kind === 'number' && isUnit(tokens[at + 1]?.norm ?? '')) return true;
  return false;
}

const isThere = ({ assertion: { presence } }: Finding): boolean => presence === 'present' || presence === 'possible';
const isFact = ({ hedge, doubt }: Lead): boolean => hedge.assertion.certainty === 'definite' && !doubt;
