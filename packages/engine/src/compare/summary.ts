/** Compare: one sentence per lesion and per answered advice, each with the places it rests on. */
import type { Comparison, Lesion } from '../comparison.ts';
import type { Reading } from '../document.ts';
import type { Knowledge } from '../stages.ts';
import type { Followed } from './lesions.ts';
import type { Sighting } from './sightings.ts';

type Sentence = Comparison['summary'][number];

const ORDER: readonly Lesion['change'][] = [
  'new',
  'increased',
  'uncertain',
  'not-mentioned',
  'decreased',
  'stable',
  'gone',
];

export function summaryOf(
  tracks: readonly Followed[],
  readings: readonly Reading[],
  ids: readonly string[],
  answered: Comparison['recommendations'],
  knowledge: Knowledge,
): readonly Sentence[] {
  const told = [...tracks]
    .sort((a, b) => ORDER.indexOf(a.change) - ORDER.indexOf(b.change))
    .map((track) => lesionSentence(track, readings, ids, knowledge));
  const advice = answered.flatMap((one) => adviceSentence(one, readings, ids, knowledge));
  return [...told, ...advice];
}

function lesionSentence(
  { seen, change, denied }: Followed,
  readings: readonly Reading[],
  ids: readonly string[],
  knowledge: Knowledge,
): Sentence {
  const words = knowledge.reading.documents.comparison;
  const last = seen.at(-1);
  const before = seen.at(-2);
  const shown = [before, last, denied].filter((one): one is Sighting => one !== null && one !== undefined);
  const alone = change === 'uncertain' && !before && last?.report === readings.length - 1;
  const sizes =
    before?.mm && last?.mm
      ? words.sizes.replace('{before}', written(before, readings)).replace('{after}', written(last, readings))
      : '';
  const text = (alone ? words.only : words.change[change])
    .replace('{what}', last ? nameOf(last, knowledge) : '')
    .replace('{sizes}', sizes);
  const unique = shown.filter((one, i) => shown.indexOf(one) === i);
  return {
    text: text.charAt(0).toUpperCase() + text.slice(1),
    basis: unique.flatMap(({ report, basis }) => basis.map((span) => ({ report: ids[report] ?? '', span }))),
  };
}

function adviceSentence(
  { report, recommendation, answered, by }: Comparison['recommendations'][number],
  readings: readonly Reading[],
  ids: readonly string[],
  knowledge: Knowledge,
): readonly Sentence[] {
  if (answered === 'unknown') return [];
  const reading = readings[ids.indexOf(report)];
  const advice = reading?.recommendations.find(({ id }) => id === recommendation);
  if (!reading || !advice) return [];
  const text = knowledge.reading.documents.comparison.answered[answered].replace(
    '{advice}',
    `“${reading.source.text.slice(...advice.span).replace(/[.\s]+$/, '')}”`,
  );
  const test = by ? (readings[ids.indexOf(by)]?.study.basis ?? []) : [];
  return [{ text, basis: [{ report, span: advice.span }, ...test.map((span) => ({ report: by ?? '', span }))] }];
}

/** The size as the report writes it. */
function written({ report, finding }: Sighting, readings: readonly Reading[]): string {
  const reading = readings[report];
  return (
    reading?.measurements.find(
      ({ id, role, mm }) => finding.measurements.includes(id) && role === 'current' && mm !== null,
    )?.written ?? ''
  );
}

/** In plain words where they are at hand, else as the newer report writes it. */
function nameOf({ finding, side }: Sighting, knowledge: Knowledge): string {
  const { sides } = knowledge.reading.documents.comparison;
  const name = knowledge.words?.concepts[finding.concept]?.plain ?? finding.concept.replaceAll('-', ' ');
  return `${side ? sides[side] : ''}${name}`;
}
