/** What `$explain` is asked with: a DiagnosticReport of R4 or R5 by itself, or in Parameters beside a language. */
import type { ReaderOptions } from '@readingscan/reader/browser';
import { isLanguage, LANGUAGES } from '@readingscan/reader/languages';
import { z } from 'zod';
import { FAULTS, type Fault } from '../problem.ts';
import type { Asked } from '../request.ts';

const JSON_KINDS = new Set(['application/fhir+json', 'application/json']);
const XML_KINDS = new Set(['application/fhir+xml', 'application/xml', 'text/xml']);

/** Of a Bundle the observations of a report come along with it. */
const resource = z.looseObject({ resourceType: z.enum(['DiagnosticReport', 'Bundle']) });
const parameters = z.looseObject({
  resourceType: z.literal('Parameters'),
  parameter: z.array(
    z.looseObject({
      name: z.string(),
      resource: resource.optional(),
      valueCode: z.string().optional(),
      valueString: z.string().optional(),
    }),
  ),
});
const single = z.looseObject({ resourceType: z.literal('DiagnosticReport') });

export const FHIR_FAULTS = {
  kind: {
    code: 'unsupported',
    message: 'This is neither FHIR in JSON nor in XML.',
    hint: 'Send a DiagnosticReport as application/fhir+json or application/fhir+xml.',
  },
  shape: {
    code: 'usage',
    message: 'This is no DiagnosticReport, and no Parameters with one.',
    hint: 'Send a DiagnosticReport, or Parameters with the parameters "report" (its resource) and "language" (en, es or zh).',
  },
  language: {
    code: 'usage',
    message: 'This language is not known.',
    hint: `The parameter "language" is ${LANGUAGES.join(', ')}.`,
  },
} as const satisfies Readonly<Record<string, Fault>>;

export async function askedReport(contentType: string, bytes: Uint8Array<ArrayBuffer>): Promise<Asked> {
  const kind = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (XML_KINDS.has(kind)) return fromXml(bytes);
  return JSON_KINDS.has(kind) ? fromJson(bytes) : refused(FHIR_FAULTS.kind);
}

function fromJson(bytes: Uint8Array<ArrayBuffer>): Asked {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return refused(FHIR_FAULTS.shape);
  }
  if (single.safeParse(json).success) return asked(bytes, 'report.json', {});
  const parsed = parameters.safeParse(json);
  if (!parsed.success) return refused(FHIR_FAULTS.shape);
  const found = (name: string) => parsed.data.parameter.filter((one) => one.name === name);
  const [[report, ...others], [told]] = [found('report').flatMap((one) => one.resource ?? []), found('language')];
  if (!report || others.length > 0) return refused(FHIR_FAULTS.shape);
  const language = told?.valueCode ?? told?.valueString ?? null;
  if (language !== null && !isLanguage(language)) return refused(FHIR_FAULTS.language);
  return asked(new TextEncoder().encode(JSON.stringify(report)), 'report.json', language === null ? {} : { language });
}

/** By itself alone: what its root is called is looked at, the rest is the reader's. */
function fromXml(bytes: Uint8Array<ArrayBuffer>): Asked {
  const start = new TextDecoder().decode(bytes.subarray(0, 4096));
  const [, root] = /^\s*(?:<\?[^>]*>\s*|<!--[^>]*-->\s*)*<(\w+)/.exec(start.replace(/^\uFEFF/, '')) ?? [];
  return root === 'DiagnosticReport' ? asked(bytes, 'report.xml', {}) : refused(FHIR_FAULTS.shape);
}

const asked = (bytes: Uint8Array<ArrayBuffer>, name: string, options: ReaderOptions): Asked =>
  bytes.length === 0
    ? refused(FAULTS.body)
    : { ok: true, inputs: [{ kind: 'files', files: [{ bytes, name }] }], options, text: '' };

const refused = (fault: Fault): Asked => ({ ok: false, fault });
