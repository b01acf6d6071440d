/** DiagnosticReport, DocumentReference and Composition → the report they hold. Source: FHIR R4 and R5. */
import { says } from '../alike.ts';
import { type Found, isoDate, NOTHING, type Standing } from '../found.ts';
import { headingOf, under } from '../headings.ts';
import { filesOf } from './attachment.ts';
import { narrativeOf, plainOf } from './narrative.ts';
import { notesOf, type Result, resultsOf } from './observation.ts';
import { all, codesOf, type Resource, resources, textAt, wordsOf } from './resource.ts';
import type { Shelf } from './shelf.ts';

const STANDINGS: Readonly<Record<string, Standing>> = {
  registered: 'preliminary',
  partial: 'preliminary',
  preliminary: 'preliminary',
  modified: 'corrected',
  amended: 'corrected',
  corrected: 'corrected',
  appended: 'addendum',
};

const MOST_CONCLUSIONS = 50;
/** lists of the pictures and the order, for machines */
const MACHINE_SECTIONS = new Set(['18726-0', '121181']);

export function diagnosticReport(report: Resource, shelf: Shelf): Found {
  const narrative = narrativeOf(report);
  const results = [...notesOf(report), ...resultsOf(report, all(report, 'result'), shelf)];
  const files = filesOf(report, resources(report, 'presentedForm'), shelf);
  const conclusions = [
    ...all(report, 'conclusion').map((one) => (typeof one === 'string' ? plainOf(one) : '')),
    ...[...resources(report, 'conclusionCode'), ...resources(report, 'codedDiagnosis')].map(wordsOf),
  ];
  return {
    ...NOTHING,
    title: wordsOf(resources(report, 'code')[0]) || null,
    date: isoDate(
      textAt(report, 'effectiveDateTime') || textAt(report, 'effectivePeriod', 'start') || textAt(report, 'effective'),
    ),
    status: standingOf(textAt(report, 'status')),
    text: narrative || toldBy(results),
    files,
    filesFirst: files.length > 0,
    conclusion: distinct(conclusions),
  };
}

export function documentReference(reference: Resource, shelf: Shelf): Found {
  const attachments = resources(reference, 'content', 'attachment');
  const files = filesOf(reference, attachments, shelf);
  return {
    ...NOTHING,
    title:
      nameOf(textAt(attachments[0], 'title')) ||
      textAt(reference, 'description') ||
      wordsOf(resources(reference, 'type')[0]) ||
      null,
    date: isoDate(textAt(reference, 'context', 'period', 'start') || textAt(reference, 'period', 'start')),
    status: standingOf(textAt(reference, 'docStatus')),
    text: files.length > 0 ? '' : narrativeOf(reference),
    files,
    filesFirst: true,
  };
}

export function composition(document: Resource, shelf: Shelf): Found {
  const blocks: string[] = [];
  const tell = (section: Resource, depth: number): void => {
    const codes = codesOf(resources(section, 'code')[0]);
    const heading = headingOf(textAt(section, 'title') || null, codes[0]);
    if (codes.some((code) => MACHINE_SECTIONS.has(code)) || resources(section, 'emptyReason').length > 0) return;
    const words =
      narrativeOf(section) || toldBy([...notesOf(section), ...resultsOf(document, all(section, 'entry'), shelf)]);
    if (words !== '') blocks.push(under(heading, words));
    if (depth < 6) for (const inner of resources(section, 'section')) tell(inner, depth + 1);
  };
  for (const section of resources(document, 'section')) tell(section, 0);
  return {
    ...NOTHING,
    title: textAt(document, 'title') || wordsOf(resources(document, 'type')[0]) || null,
    date: isoDate(textAt(document, 'event', 'period', 'start')),
    status: standingOf(textAt(document, 'status')),
    text: blocks.join('\n\n') || narrativeOf(document),
  };
}

const standingOf = (status: string): Standing | null =>
  Object.hasOwn(STANDINGS, status) ? (STANDINGS[status] ?? null) : null;

/** A title that is the name of a file names no examination. */
const nameOf = (title: string): string => (/\.[a-z]{2,4}$/i.test(title) ? '' : title);

/** Results one below the other, each under the heading of its code. */
export function toldBy(results: readonly Result[]): string {
  const blocks: string[] = [];
  let heading: string | null = null;
  for (const result of results) {
    blocks.push(result.heading && result.heading !== heading ? under(result.heading, result.text) : result.text);
    heading = result.heading;
  }
  return blocks.join('\n');
}

/** Each conclusion once, one to a line. */
function distinct(conclusions: readonly string[]): string {
  let text = '';
  for (const one of conclusions.slice(0, MOST_CONCLUSIONS))
    if (one.trim() !== '' && !says(text, one)) text += `${text === '' ? '' : '\n'}${one.trim()}`;
  return text;
}
