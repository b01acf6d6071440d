/** Observations of FHIR → lines of a report: a name, a value with its unit, what was made of it. */
import { headingOfCode } from '../headings.ts';
import { plainOf } from './narrative.ts';
import { all, codesOf, type Json, type Resource, resources, textAt, wordsOf } from './resource.ts';
import type { Shelf } from './shelf.ts';

export interface Result {
  /** of a section, by its code */
  readonly heading: string | null;
  readonly text: string;
}

const MOST_RESULTS = 2000;
const DEPTH = 4;
const WITHDRAWN = new Set(['entered-in-error', 'cancelled', 'unknown']);

/** What the observations of a report say, in their order, and those they are made of. */
export function resultsOf(report: Resource, references: readonly Json[], shelf: Shelf): Result[] {
  const results: Result[] = [];
  const seen = new Set<Resource>();
  const tell = (from: Resource, reference: Json, depth: number): void => {
    const one = shelf.find(from, reference);
    if (!one || seen.has(one) || depth > DEPTH || results.length >= MOST_RESULTS) return;
    seen.add(one);
    results.push(...said(one));
    for (const member of all(one, 'hasMember')) tell(one, member, depth + 1);
  };
  for (const reference of references) tell(report, reference, 0);
  return results;
}

export function said(observation: Resource): Result[] {
  if (WITHDRAWN.has(textAt(observation, 'status'))) return [];
  const code = resources(observation, 'code')[0];
  const heading =
    codesOf(code)
      .map(headingOfCode)
      .find((one) => one !== null) ?? null;
  const name = wordsOf(code);
  const lines: string[] = [];
  const value = writtenValue(observation);
  if (value !== '') lines.push(heading || name === '' ? value : `${name}: ${value}`);
  for (const part of resources(observation, 'component')) {
    const [partName, partValue] = [wordsOf(resources(part, 'code')[0]), writtenValue(part)];
    if (partValue !== '') lines.push(partName === '' ? partValue : `${partName}: ${partValue}`);
  }
  if (lines.length > 0 && value === '' && name !== '' && !heading) lines.unshift(`${name}:`);
  for (const note of all(observation, 'note', 'text')) if (typeof note === 'string') lines.push(note);
  return lines.length === 0 ? [] : [{ heading, text: lines.join('\n') }];
}

/** Remarks of a report or a section: its notes, and those it has in an extension (Europe), each under the heading of its kind. */
export function notesOf(from: Resource): Result[] {
  const notes = [...resources(from, 'note'), ...resources(from, 'extension', 'valueAnnotation')];
  return notes.flatMap((note) => {
    const text = plainOf(textAt(note, 'text'));
    const heading = codesOf(resources(note, 'extension', 'valueCodeableConcept')[0]).map(headingOfCode)[0] ?? null;
    return text === '' ? [] : [{ heading, text }];
  });
}

/** "5.2 cm (high)" */
function writtenValue(from: Resource): string {
  const [quantity] = resources(from, 'valueQuantity');
  const [range] = resources(from, 'valueRange');
  const words =
    (quantity ? measured(quantity) : '') ||
    wordsOf(resources(from, 'valueCodeableConcept')[0]) ||
    plainOf(textAt(from, 'valueString')) ||
    textAt(from, 'valueInteger') ||
    textAt(from, 'valueDateTime') ||
    (range ? `${measured(resources(range, 'low')[0])} to ${measured(resources(range, 'high')[0])}` : '');
  const made =
    words === ''
      ? ''
      : resources(from, 'interpretation')
          .map(wordsOf)
          .filter((one) => one !== '')
          .join(', ');
  return made === '' ? words : `${words} (${made})`;
}

const measured = (quantity: Json | undefined): string => {
  const value = textAt(quantity, 'value');
  if (value === '') return '';
  const unit = textAt(quantity, 'unit') || textAt(quantity, 'code');
  return `${textAt(quantity, 'comparator')}${value}${unit === '' || unit === '1' ? '' : ` ${unit}`}`;
};
