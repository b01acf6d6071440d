/** Where the FHIR side lies. */

export const FHIR = '/fhir';
export const OPERATION = 'DiagnosticReport-explain';
