/** FHIR files → the reports in them; resources of other kinds are refused by what they are. */
import { Refusal } from '../../refusal.ts';
import { type Found, hasContent, NOTHING } from '../found.ts';
import { headingOfCode } from '../headings.ts';
import { filesOf, isElsewhere } from './attachment.ts';
import { said } from './observation.ts';
import { composition, diagnosticReport, documentReference, toldBy } from './report.ts';
import { all, codesOf, parseFhir, type Resource, resources, textAt } from './resource.ts';
import { type Shelf, shelve } from './shelf.ts';

const WITHDRAWN = new Set(['entered-in-error', 'cancelled']);
const LABORATORY = new Set([
  'LAB',
  'CH',
  'HM',
  'MB',
  'BLB',
  'laboratory',
  'LP29693-6',
  'MCB',
  'SP',
  'CP',
  'PAT',
  'LP7839-6',
  'GE',
  'IMM',
  'TX',
  'VR',
]);
const IMAGING = new Set([
  'RAD',
  'RX',
  'CT',
  'NMR',
  'MRI',
  'RUS',
  'NMS',
  'CUS',
  'OUS',
  'VUS',
  'imaging',
  'LP29684-5',
  'LP29708-2',
  '394914008',
  '363679005',
  '18748-4',
  'radiology',
]);

/** What a patient is told about a report (LOINC: Education note) is not the report: it may lie beside it, as in what we write ourselves. */
const EDUCATION = '34895-3';

export function readFhir(bytes: Uint8Array): Found[] {
  const shelf = shelve(parseFhir(bytes));
  const held = shelf.resources.filter((one) => readers(one) !== null && !isEducation(one));
  const standing = held.filter(
    (one) => !WITHDRAWN.has(textAt(one, 'status')) && !WITHDRAWN.has(textAt(one, 'docStatus')),
  );
  if (held.length > 0 && standing.length === 0) throw new Refusal('withdrawn');
  const own = standing.filter((one) => !isLaboratory(one));
  if (standing.length > 0 && own.length === 0) throw new Refusal('lab-result');
  const found = chosenOf(own)
    .flatMap((one) => foundIn(one, shelf))
    .filter(hasContent);
  const reports = found.length > 0 ? unrepeated(found) : loose(shelf);
  if (reports.length > 0) return reports;
  const pointed = own.some((one) => isElsewhere([...all(one, 'presentedForm'), ...all(one, 'content', 'attachment')]));
  if (pointed) throw new Refusal('report-elsewhere');
  throw new Refusal(held.length > 0 ? 'no-report-text' : 'other-record');
}

/** A document stands for the reports in it; imaging is preferred where anything is said to be imaging. */
function chosenOf(own: readonly Resource[]): readonly Resource[] {
  const documents = own.filter(
    (one) => textAt(one, 'resourceType') === 'Composition' && resources(one, 'section').length > 0,
  );
  if (documents.length > 0) return documents;
  const imaging = own.filter(isImaging);
  return imaging.length > 0 ? imaging : own;
}

/** reports that are compared with one another */
const MOST_TWINS = 200;

type Reader = (resource: Resource, shelf: Shelf) => Found;
const READERS: Readonly<Record<string, Reader>> = {
  DiagnosticReport: diagnosticReport,
  DocumentReference: documentReference,
  Composition: composition,
};

const readers = (resource: Resource): Reader | null => {
  const type = textAt(resource, 'resourceType');
  return Object.hasOwn(READERS, type) ? (READERS[type] ?? null) : null;
};

function foundIn(resource: Resource, shelf: Shelf): Found[] {
  const reader = readers(resource);
  return reader ? [reader(resource, shelf)] : [];
}

/** A document and the report it is about are one: the words of the document stand, with what the report adds. */
function unrepeated(found: readonly Found[]): Found[] {
  if (found.length > MOST_TWINS) return [...found];
  const kept: Found[] = [];
  for (const one of found) {
    const twin = kept.findIndex((other) => one.files.some((file) => other.files.some((same) => sameBytes(file, same))));
    if (twin < 0) kept.push(one);
    else
      kept[twin] = {
        ...one,
        ...kept[twin],
        conclusion: kept[twin]?.conclusion || one.conclusion,
        date: kept[twin]?.date ?? one.date,
      };
  }
  return kept;
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  if (one === other) return true;
  if (one.length !== other.length) return false;
  for (let i = 0; i < one.length; i += 1) if (one[i] !== other[i]) return false;
  return true;
}

/** Observations that are sections of an imaging report, and files, that no report holds together. */
function loose(shelf: Shelf): Found[] {
  const sections = shelf.resources.filter(
    (one) =>
      textAt(one, 'resourceType') === 'Observation' &&
      codesOf(resources(one, 'code')[0]).some((code) => headingOfCode(code) || code === '18748-4'),
  );
  const text = toldBy(sections.flatMap(said));
  if (text !== '') return [{ ...NOTHING, text }];
  const [first, ...others] = shelf.resources;
  if (!first || others.length > 0 || !['Binary', 'Media'].includes(textAt(first, 'resourceType'))) return [];
  const files = filesOf(
    first,
    textAt(first, 'resourceType') === 'Binary' ? [first] : resources(first, 'content'),
    shelf,
  );
  return files.length > 0 ? [{ ...NOTHING, files, filesFirst: true }] : [];
}

const kindsOf = (resource: Resource): string[] => [
  ...resources(resource, 'category').flatMap((one) => [...codesOf(one), textAt(one, 'text').toLowerCase()]),
  ...codesOf(resources(resource, 'type')[0]),
];
const isLaboratory = (resource: Resource): boolean => {
  const kinds = kindsOf(resource);
  return kinds.some((code) => LABORATORY.has(code)) && !kinds.some((code) => IMAGING.has(code));
};
const isEducation = (resource: Resource): boolean => kindsOf(resource).includes(EDUCATION);
const isImaging = (resource: Resource): boolean => kindsOf(resource).some((code) => IMAGING.has(code));
