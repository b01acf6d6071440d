/** What a person is told of a report, in plain strings: the words of an explanation without what they rest on. */
import { english } from './english.ts';

const PREFIX = 'The report says: ';

/** `normal`: without the words that open each; `presence`: of the last finding of a concept. */
export const told = (text: string) => {
  const { headline, urgency, items, normal, nextSteps, reading } = english().explain({ kind: 'text', text });
  return {
    headline: headline.text,
    tier: urgency.tier,
    items: items.map(({ plain }) => plain.map((sentence) => sentence.text).join(' ')),
    normal: normal.map((one) => one.text.replace(PREFIX, '')),
    steps: nextSteps.map((step) => step.text),
    findings: reading.findings.map(
      ({ concept, assertion, anatomy }) => `${concept} ${assertion.presence} ${anatomy[0]?.laterality ?? ''}`,
    ),
    presence: Object.fromEntries(reading.findings.map(({ concept, assertion }) => [concept, assertion.presence])),
  };
};
