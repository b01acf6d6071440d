/** The documents the engine works on: what a file held (`Source`) and what was read in it (`Reading`). CONTRACT.md is the promise behind every field. */

/** `[start, end)` in UTF-16 code units of `source.text`. */
export type Span = readonly [start: number, end: number];

export type SourceKind =
  | 'text'
  | 'image'
  | 'pdf'
  | 'docx'
  | 'rtf'
  | 'html'
  | 'fhir'
  | 'hl7v2'
  | 'cda'
  | 'dicom-sr'
  | 'archive';

export interface Page {
  readonly number: number;
  readonly span: Span;
  /** pixels of the page picture that `Word.box` refers to */
  readonly width: number;
  readonly height: number;
}

export interface Word {
  readonly span: Span;
  readonly page: number;
  /** x, y, width, height in pixels of the page */
  readonly box: readonly [number, number, number, number];
  /** 0 to 1 */
  readonly confidence: number;
}

export interface Doubt {
  readonly span: Span;
  readonly kind: 'number' | 'unit' | 'side' | 'negation' | 'word';
  readonly confidence: number;
  readonly alternatives: readonly string[];
}

export interface Source {
  readonly kind: SourceKind;
  readonly text: string;
  readonly pages?: readonly Page[];
  readonly words?: readonly Word[];
  readonly doubts?: readonly Doubt[];
}

export type Modality = 'CT' | 'MR' | 'XR' | 'US' | 'MG' | 'NM' | 'PT' | 'DXA' | 'FL' | 'IR' | 'ECHO' | 'ES';

export interface Study {
  readonly modality: Modality | null;
  readonly regions: readonly string[];
  readonly contrast: 'with' | 'without' | 'with-and-without' | null;
  /** ISO 8601 date of the examination, if the report states it */
  readonly date: string | null;
  readonly comparisonDates: readonly string[];
  readonly basis: readonly Span[];
}

export type SectionCode =
  | 'history'
  | 'technique'
  | 'comparison'
  | 'findings'
  | 'impression'
  | 'findings_impression'
  | 'recommendation'
  | 'communication'
  | 'addendum'
  | 'procedure'
  | 'exam'
  | 'patient'
  | 'signature'
  | 'other';

export interface Section {
  readonly id: string;
  readonly code: SectionCode;
  readonly loinc?: string | undefined;
  readonly heading?: Span | undefined;
  /** includes the heading */
  readonly span: Span;
  readonly implied: boolean;
}

export interface Statement {
  readonly id: string;
  readonly section: string;
  readonly span: Span;
  /** number of the list item it belongs to, 1-based */
  readonly item?: number | undefined;
}

export type Presence = 'present' | 'absent' | 'possible' | 'conditional' | 'hypothetical';
export type Certainty = 'definite' | 'likely' | 'possible' | 'unlikely' | 'excluded';
export type Temporality = 'current' | 'historical' | 'future';

export interface Assertion {
  readonly presence: Presence;
  readonly certainty: Certainty;
  readonly temporality: Temporality;
  readonly experiencer: 'patient' | 'other';
  readonly basis: readonly Span[];
}

export type Laterality = 'left' | 'right' | 'bilateral' | 'midline';

export interface Place {
  readonly concept: string;
  readonly span: Span;
  readonly laterality: Laterality | null;
  readonly level?: string | undefined;
}

export type Severity = 'trace' | 'mild' | 'moderate' | 'severe';
export type Acuity = 'acute' | 'subacute' | 'chronic';
export type Direction = 'new' | 'increased' | 'stable' | 'decreased' | 'resolved';

export interface Change {
  readonly direction: Direction;
  readonly basis: readonly Span[];
}

export interface Finding {
  readonly id: string;
  readonly statement: string;
  readonly concept: string;
  readonly span: Span;
  readonly assertion: Assertion;
  readonly anatomy: readonly Place[];
  readonly severity: Severity | null;
  readonly acuity: Acuity | null;
  readonly change?: Change | undefined;
  readonly measurements: readonly string[];
  readonly differential: readonly string[];
}

export interface Measurement {
  readonly id: string;
  readonly span: Span;
  /** lengths in mm, in the order written; null for anything that is no length */
  readonly mm: readonly number[] | null;
  readonly value: number | readonly number[] | null;
  readonly unit: string;
  readonly written: string;
  readonly role: 'current' | 'prior' | 'difference';
  readonly qualifier: 'range' | 'max' | 'lt' | 'le' | 'gt' | 'ge' | null;
  readonly prior?: string;
}

export type RecommendationAction =
  | 'imaging'
  | 'clinical-correlation'
  | 'biopsy'
  | 'referral'
  | 'laboratory'
  | 'procedure'
  | 'surveillance'
  | 'none-needed'
  | 'other';
export type TimeUnit = 'hour' | 'day' | 'week' | 'month' | 'year';

export interface Interval {
  readonly min: number;
  readonly max: number | null;
  readonly unit: TimeUnit;
}

export interface NamedTime {
  readonly span: Span;
  readonly kind: 'occasion' | 'day' | 'month' | 'year' | 'weekday' | 'course' | 'cycle' | 'written';
  /** an occasion by its id, ISO 8601 for a day ("--03-12" without its year), month or year, 1 to 7 for a weekday, else the words of the report */
  readonly value: string;
  readonly link: 'in' | 'on' | 'by';
}

export interface Care {
  readonly kind: string;
  readonly lasting: Interval | null;
  readonly tail: Span | null;
}

export interface Recommendation {
  readonly id: string;
  readonly statement: string;
  readonly span: Span;
  readonly action: RecommendationAction;
  readonly modality: Modality | null;
  readonly region: string | null;
  readonly interval: Interval | null;
  readonly repeat?: boolean | string | undefined;
  readonly times?: readonly number[] | undefined;
  /** how long what is repeated goes on: "every year for 5 years" */
  readonly lasting?: Interval | undefined;
  /** a time that is named, not counted: "after birth", "on 3/4/2026" */
  readonly on?: NamedTime | undefined;
  /** what the interval is counted from, where that is not this examination: "6 weeks after surgery" */
  readonly since?: { readonly span: Span; readonly occasion: string | null } | undefined;
  /** what the person is asked to do or not to do, by its kind, how long, and until or before what */
  readonly care?: Care | undefined;
  /** it is for other people than the person: "siblings should be screened" */
  readonly relatives?: true | undefined;
  /** a meeting of several specialists, and what it is for where the report says so */
  readonly board?: { readonly kind: string | null } | undefined;
  readonly condition: { readonly span: Span } | null;
  readonly strength: 'recommended' | 'suggested' | 'optional';
  readonly guideline: string | null;
}

export interface Communication {
  readonly id: string;
  readonly statement: string;
  readonly urgent: boolean;
  readonly to: string | null;
  readonly at: string | null;
  readonly span: Span;
}

export interface Score {
  readonly id: string;
  readonly system: string;
  readonly category: string;
  readonly temporality: 'current' | 'historical';
  readonly span: Span;
}

export type UrgencyTier = 'emergency' | 'urgent' | 'soon' | 'routine' | 'reassuring';

export interface ImpressionItem {
  readonly id: string;
  readonly rank: number;
  /** without its number or bullet */
  readonly span: Span;
  readonly statements: readonly string[];
  readonly findings: readonly string[];
  readonly supportedBy: readonly string[];
  readonly urgency: UrgencyTier;
  readonly recommendations: readonly string[];
}

export type CheckKind =
  | 'laterality-mismatch'
  | 'measurement-mismatch'
  | 'level-mismatch'
  | 'unsupported-impression'
  | 'finding-not-in-impression'
  | 'sex-mismatch'
  | 'date-mismatch'
  | 'comparison-mismatch'
  | 'modality-mismatch'
  | 'score-mismatch'
  | 'presence-mismatch'
  | 'amended';

export interface Check {
  readonly id: string;
  readonly kind: CheckKind;
  readonly message: string;
  readonly basis: readonly Span[];
}

export type WarningCode =
  | 'doubtful-text'
  | 'hidden-text'
  | 'text-layer-differs'
  | 'several-reports'
  | 'several-people'
  | 'page-missing'
  | 'preliminary'
  | 'addendum-changes'
  | 'withdrawn'
  | 'truncated';

export interface Warning {
  readonly code: WarningCode;
  readonly message: string;
  readonly basis: readonly Span[];
}

export interface Coverage {
  readonly contentWords: number;
  readonly understood: number;
  readonly unknown: readonly Span[];
}

export interface Reading {
  readonly schema: 'readingscan.reading/1';
  readonly version: string;
  readonly source: Source;
  readonly study: Study;
  readonly status: 'final' | 'preliminary' | 'addendum' | 'corrected' | null;
  readonly sections: readonly Section[];
  readonly statements: readonly Statement[];
  readonly findings: readonly Finding[];
  readonly measurements: readonly Measurement[];
  readonly recommendations: readonly Recommendation[];
  readonly communications: readonly Communication[];
  readonly scores: readonly Score[];
  readonly impression: readonly ImpressionItem[];
  readonly checks: readonly Check[];
  readonly warnings: readonly Warning[];
  readonly coverage: Coverage;
}

/** What a file held, before it is read. */
export interface Extraction {
  readonly schema: 'readingscan.extraction/1';
  readonly source: Source;
  readonly warnings: readonly Warning[];
}
