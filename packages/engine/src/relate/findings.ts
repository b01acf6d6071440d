/** Wing 3, relate: concept mentions → findings with assertion, place, side, severity, change, measurements and differential. */
import type { Finding } from '../document.ts';
import type { Knowledge, Recognized } from '../stages.ts';
import { assertTargets } from './assertion.ts';

export function findingsIn(recognized: Recognized, knowledge: Knowledge): readonly Finding[] {
  const findings: Finding[] = [];
  for (const statement of recognized.statements) {
    const mentions = recognized.matches.concept.filter(
      (m) =>
        m.from >= statement.from && m.to <= statement.to && knowledge.reading.concepts[m.entry]?.kind === 'finding',
    );
    const asserted = assertTargets(
      recognized,
      statement,
      mentions.map((m) => [m.start, m.end]),
      knowledge,
    );
    mentions.forEach((mention, i) => {
      const concept = knowledge.reading.concepts[mention.entry];
      const answer = asserted[i];
      if (!concept || !answer) return;
      findings.push({
        id: `f${findings.length + 1}`,
        statement: statement.id,
        concept: concept.id,
        span: [mention.start, mention.end],
        assertion: answer.assertion,
        anatomy: [],
        severity: null,
        acuity: null,
        ...(answer.change ? { change: answer.change } : {}),
        measurements: [],
        differential: [],
      });
    });
  }
  return findings;
}
