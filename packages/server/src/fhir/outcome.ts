/** Errors as FHIR tells them: an OperationOutcome with the sentences and the code that problems have elsewhere. */
import { type Fault, type ProblemCode, problemOf } from '../problem.ts';

export const FHIR_JSON = 'application/fhir+json';
/** Of the codes beside those of FHIR. */
const SYSTEM = 'urn:readingscan:problem';

/** hl7.org/fhir/R4/valueset-issue-type.html */
export const ISSUES: Readonly<Record<ProblemCode, string>> = {
  usage: 'invalid',
  'no-key': 'login',
  'wrong-key': 'login',
  'signed-out': 'login',
  forbidden: 'forbidden',
  scope: 'forbidden',
  'not-found': 'not-found',
  method: 'not-supported',
  late: 'timeout',
  full: 'too-costly',
  'insufficient-credits': 'too-costly',
  running: 'conflict',
  state: 'conflict',
  'other-request': 'conflict',
  'too-large': 'too-long',
  unsupported: 'not-supported',
  unreadable: 'structure',
  encrypted: 'security',
  'no-text': 'required',
  'not-a-report': 'business-rule',
  'low-quality': 'incomplete',
  'several-reports': 'multiple-matches',
  busy: 'transient',
  'too-often': 'throttled',
  internal: 'exception',
  unavailable: 'transient',
  'no-storage': 'no-store',
};

/** Seconds until it may be asked for again. */
const WAITS: Readonly<Partial<Record<ProblemCode, string>>> = { busy: '5', unavailable: '10' };

export function outcomeResponse(fault: Fault, headers: Readonly<Record<string, string>> = {}): Response {
  const { status, code, message, hint } = problemOf(fault);
  const details = { coding: [{ system: SYSTEM, code }], text: message };
  const outcome = {
    resourceType: 'OperationOutcome',
    issue: [{ severity: 'error', code: ISSUES[code], details, diagnostics: hint }],
  };
  return fhirResponse(
    JSON.stringify(outcome),
    status,
    code in WAITS ? { ...headers, 'Retry-After': WAITS[code] ?? '' } : headers,
  );
}

export const fhirResponse = (json: string, status = 200, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(json, { status, headers: { 'Content-Type': FHIR_JSON, 'Cache-Control': 'no-store', ...headers } });
