/** Wing 4, explain: questions to ask, each tied to the sentence it comes from; and when a second opinion is reasonable. */
import type { Span } from '../document.ts';
import type { ExplainedItem, Told } from '../explanation.ts';
import type { Knowledge, Related } from '../stages.ts';
import { leadOf } from './items.ts';
import { fill } from './template.ts';
import type { Templates } from './templates.ts';

const MOST = 6;

export function questionsOf(
  related: Related,
  items: readonly ExplainedItem[],
  notExplained: readonly { readonly span: Span }[],
  knowledge: Knowledge,
  templates: Templates,
): readonly Told[] {
  const { questions } = templates;
  const findings = new Map(related.findings.map((finding) => [finding.id, finding]));
  const asked: Told[] = [];
  const ask = (text: string, basis: readonly Span[]): void => {
    if (!asked.some((known) => known.text === text) && basis.length) asked.push({ text, basis });
  };
  for (const { id, impression } of items.map((item, i) => ({
    id: item.impression,
    impression: related.impression[i],
  }))) {
    const item = items.find(({ impression: own }) => own === id);
    if (!item || !impression || item.urgency === 'reassuring') continue;
    const lead = leadOf(
      impression.findings.flatMap((finding) => findings.get(finding) ?? []),
      knowledge,
    );
    const basis: readonly Span[] = [
      impression.span[1] - impression.span[0] <= 400 ? impression.span : (item.plain[0]?.basis[0] ?? impression.span),
    ];
    if (item.urgency === 'emergency') ask(questions.urgent, basis);
    const what = lead ? knowledge.words?.concepts[lead.concept]?.plain : undefined;
    if (lead && what && (lead.assertion.presence === 'present' || lead.assertion.presence === 'possible')) {
      ask(fill(lead.assertion.certainty === 'definite' ? questions.finding : questions.uncertain, { what }), [
        lead.span,
      ]);
    }
    if (lead?.change?.direction === 'increased')
      ask(questions.growing, lead.change.basis.length ? lead.change.basis : [lead.span]);
  }
  for (const { action, interval, span } of related.recommendations) {
    if (action === 'biopsy') ask(questions.biopsy, [span]);
    else if (action === 'imaging' || action === 'surveillance')
      ask(interval ? questions.next : questions.noInterval, [span]);
  }
  const score = related.scores.find(({ temporality }) => temporality === 'current');
  if (score) ask(questions.score, [score.span]);
  const unclear = notExplained[0];
  if (unclear) ask(questions.unexplained, [unclear.span]);
  return asked.slice(0, MOST);
}

export function secondOpinionOf(related: Related, knowledge: Knowledge, templates: Templates): readonly Told[] {
  const serious = related.impression.filter(({ urgency }) => urgency === 'urgent' || urgency === 'emergency');
  const findings = new Map(related.findings.map((finding) => [finding.id, finding]));
  for (const { findings: ids } of serious) {
    const lead = leadOf(
      ids.flatMap((id) => findings.get(id) ?? []),
      knowledge,
    );
    if (!lead) continue;
    return [
      {
        text:
          lead.assertion.certainty === 'definite' ? templates.secondOpinion.serious : templates.secondOpinion.uncertain,
        basis: [lead.span],
      },
    ];
  }
  return [];
}
