/**
 * The explanation as a FHIR R4 document (hl7.org/fhir/R4/documents.html): a Composition for the visit, section by section, and the DiagnosticReport it
 * explains, with the explanation as its narrative and the report itself as it was read. Nothing of it is coded as an observation: it explains, it does not find.
 */
import type { Explanation, Reading } from '@readingscan/engine';
import type { Block } from './blocks.ts';
import { markup } from './html.ts';
import { outline } from './outline.ts';
import { sheet } from './sheet.ts';
import { wordsOf } from './words.ts';

const XHTML = 'http://www.w3.org/1999/xhtml';
const LOINC = 'http://loinc.org';
/** LOINC: Education note; Diagnostic imaging study */
const [EDUCATION, IMAGING] = ['34895-3', '18748-4'];
const REPORT_STATUS: Readonly<Record<NonNullable<Reading['status']>, string>> = {
  final: 'final',
  preliminary: 'preliminary',
  corrected: 'corrected',
  addendum: 'appended',
};

/** @param made ISO 8601 with a time zone */
export function toFhir(explanation: Explanation, made: string): string {
  const { language, reading } = explanation;
  const { topic, sheet: title, tag } = wordsOf(language);
  const named = (kind: string): string => `urn:uuid:${uuidOf(`${kind}\n${made}\n${language}\n${reading.source.text}`)}`;
  const [composition, report, device] = [named('Composition'), named('DiagnosticReport'), named('Device')];
  const entries = [
    {
      fullUrl: composition,
      resource: {
        resourceType: 'Composition',
        language: tag,
        text: narrative(sheet(explanation), language, 'generated'),
        status: reading.status === 'preliminary' ? 'preliminary' : 'final',
        type: { coding: [{ system: LOINC, code: EDUCATION }], text: topic },
        date: made,
        author: [{ reference: device, display: 'ReadingScan' }],
        title,
        section: sectionsOf(outline(explanation), explanation, report),
      },
    },
    {
      fullUrl: report,
      resource: {
        resourceType: 'DiagnosticReport',
        language: tag,
        text: narrative(outline(explanation), language, 'additional'),
        status: reading.status ? REPORT_STATUS[reading.status] : 'unknown',
        category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0074', code: 'RAD' }] }],
        code: { coding: [{ system: LOINC, code: IMAGING }] },
        ...(reading.study.date ? { effectiveDateTime: reading.study.date } : {}),
        ...conclusionOf(explanation),
        presentedForm: [{ contentType: 'text/plain; charset=utf-8', data: base64(reading.source.text) }],
      },
    },
    {
      fullUrl: device,
      resource: {
        resourceType: 'Device',
        deviceName: [{ name: 'ReadingScan', type: 'user-friendly-name' }],
        version: [{ value: reading.version }],
        note: [{ text: explanation.disclaimer }],
      },
    },
  ];
  const bundle = {
    resourceType: 'Bundle',
    identifier: { system: 'urn:ietf:rfc:3986', value: named('Bundle') },
    type: 'document',
    timestamp: made,
    entry: entries,
  };
  return `${JSON.stringify(bundle, null, 2)}\n`;
}

/** What its Impression says, word by word. */
function conclusionOf({ items }: Explanation): { readonly conclusion?: string } {
  return items.length ? { conclusion: items.map(({ original }) => original.trim()).join('\n') } : {};
}

const narrative = (blocks: readonly Block[], language: string, status: 'generated' | 'additional'): object => ({
  status,
  div: `<div xmlns="${XHTML}" lang="${wordsOf(language).tag}">${markup(blocks, language)}</div>`,
});

/** Each heading begins a section; what stands before the first is the headline's. */
function sectionsOf(blocks: readonly Block[], { language }: Explanation, report: string): readonly object[] {
  const sections: { title: string; blocks: Block[] }[] = [];
  for (const block of blocks) {
    if (block.kind === 'title' || block.kind === 'heading') sections.push({ title: block.text, blocks: [] });
    else sections.at(-1)?.blocks.push(block);
  }
  return sections.map((section, at) => ({
    title: section.title,
    text: narrative(section.blocks, language, 'generated'),
    ...(at === 0 ? { entry: [{ reference: report }] } : {}),
  }));
}

/** UTF-8 in base64, in browsers and in Node. */
function base64(text: string): string {
  let bytes = '';
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte);
  return btoa(bytes);
}

/** A name for an entry, made from what it holds (RFC 9562, version 8): the same document has the same names. It hides nothing. */
function uuidOf(text: string): string {
  const hex = [1, 2, 3, 4].map((seed) => hashOf(text, seed).toString(16).padStart(8, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20)].join('-');
}

/** FNV-1a, 32 bits, from a start of its own. */
function hashOf(text: string, seed: number): number {
  let hash = (0x811c9dc5 ^ Math.imul(seed, 0x9e3779b1)) >>> 0;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash;
}
