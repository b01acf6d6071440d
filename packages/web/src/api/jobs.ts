/** What programs can have done over HTTP, and what a key needs for it: the page that tells of it, the routes and their description go by this list. */
import type { KeyScope } from '../words/keys.ts';

export const API = '/api/v1';
/** The same as an operation of FHIR. */
export const FHIR_EXPLAIN = '/fhir/DiagnosticReport/$explain';

export const API_JOBS = {
  explain: 'explain',
  read: 'read',
  extract: 'read',
  compare: 'read',
  deidentify: 'deidentify',
} as const satisfies Readonly<Record<string, KeyScope>>;

export type ApiJob = keyof typeof API_JOBS;

// an object of our own has no other keys
export const API_JOB_NAMES = Object.keys(API_JOBS) as readonly ApiJob[];
