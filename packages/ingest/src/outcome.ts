/** What ingest answers with: an extraction, or one plain sentence on why there is none and what to do about it. */
import type { Extraction, SourceKind } from '@readingscan/engine';

export interface Progress {
  readonly step: 'open' | 'straighten' | 'read' | 'check';
  readonly page: number;
  readonly pages: number;
  /** 0 to 1, over the whole job */
  readonly fraction: number;
}

export type IngestCode = 'unreadable' | 'unsupported' | 'too-large' | 'encrypted' | 'no-text' | 'several-reports';

export interface IngestError {
  readonly code: IngestCode;
  /** finer than the code: by it another language finds its own sentences */
  readonly reason: ErrorReason;
  readonly message: string;
  readonly hint: string;
  /** what there is to choose from, where a file holds several */
  readonly reports?: readonly Listed[];
}

/** A report among several, as `extract --list` shows it. */
export interface Listed {
  /** 1-based, what `report` chooses */
  readonly number: number;
  /** name of the examination, or of the file inside */
  readonly title: string | null;
  readonly date: string | null;
  readonly kind: SourceKind;
}

export type IngestResult =
  | { readonly ok: true; readonly extraction: Extraction }
  | { readonly ok: false; readonly error: IngestError };

export interface InputFile {
  readonly bytes: Uint8Array;
  readonly name?: string;
}

export interface ExtractOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  readonly password?: string;
  /** which of several reports, from 1 */
  readonly report?: number;
}

export interface Ingest {
  extract(files: readonly InputFile[], options?: ExtractOptions): Promise<IngestResult>;
  close(): Promise<void>;
}

export type Reason =
  | 'empty'
  | 'binary'
  | 'broken-picture'
  | 'broken-pdf'
  | 'mixed-files'
  | 'stopped'
  | 'slow'
  | 'long-text'
  | 'big-file'
  | 'big-picture'
  | 'many-pages'
  | 'many-files'
  | 'heavy-pdf'
  | 'locked'
  | 'wrong-password'
  | 'no-words'
  | 'no-words-in-pdf'
  | 'heic'
  | 'other-picture'
  | 'drawing'
  | 'office'
  | 'archive'
  | 'broken-record'
  | 'heavy-record'
  | 'heavy-archive'
  | 'unsafe'
  | 'locked-file'
  | 'no-report-text'
  | 'report-elsewhere'
  | 'no-report-inside'
  | 'no-such-report'
  | 'lab-result'
  | 'other-record'
  | 'withdrawn'
  | 'scan-images';

export type ErrorReason = Reason | 'several-reports';

const ERRORS: Readonly<Record<Reason, readonly [code: IngestCode, message: string, hint: string]>> = {
  empty: ['unreadable', 'This file is empty.', 'Choose the file again, or paste the text of the report.'],
  binary: ['unreadable', 'This file could not be read as a report.', 'Use a photo, a PDF or the text of the report.'],
  'broken-picture': [
    'unreadable',
    'This picture is damaged and could not be opened.',
    'Take the photo again, or save it again as JPEG or PNG.',
  ],
  'broken-pdf': [
    'unreadable',
    'This PDF is damaged and could not be opened.',
    'Download it again, or use a photo or the text of the report.',
  ],
  'mixed-files': [
    'unreadable',
    'Several files can be read together only if all are pictures of pages.',
    'Choose the pictures of one report, or one other file at a time.',
  ],
  stopped: ['unreadable', 'Reading was stopped.', 'Start again when you are ready.'],
  slow: [
    'unreadable',
    'Reading this file took too long and was stopped.',
    'Try a clearer photo of one page, or paste the text of the report.',
  ],
  'long-text': [
    'too-large',
    'This text is far longer than a report.',
    'Use the text of one report, at most 500 KB long.',
  ],
  'big-file': ['too-large', 'This file is larger than 20 MB.', 'Use a smaller photo, or only the pages of the report.'],
  'big-picture': [
    'too-large',
    'This picture is too large to open safely.',
    'Use a picture of at most 40 megapixels and 12,000 pixels on a side.',
  ],
  'many-pages': ['too-large', 'This PDF has more than 30 pages.', 'Use only the pages of the report.'],
  'many-files': ['too-large', 'These are more than 30 pictures.', 'Use only the pages of one report.'],
  'heavy-pdf': [
    'too-large',
    'This PDF needs too much memory or time to open safely.',
    'Use a photo of the report, or paste its text.',
  ],
  locked: ['encrypted', 'This PDF is locked with a password.', 'Enter its password, or use a photo of the report.'],
  'wrong-password': [
    'encrypted',
    'The password does not open this PDF.',
    'Check the password, or use a photo of the report.',
  ],
  'no-words': [
    'no-text',
    'No words of a report were found in this picture.',
    'Take the photo again in good light, with the whole page flat and in view.',
  ],
  'no-words-in-pdf': [
    'no-text',
    'No words of a report were found in this PDF.',
    'Use a clear photo of the report, or paste its text.',
  ],
  heic: [
    'unsupported',
    'This is an iPhone photo in the HEIC format, which cannot be opened here.',
    'Save or share it as JPEG, or take a screenshot of it.',
  ],
  'other-picture': [
    'unsupported',
    'This kind of picture cannot be opened here.',
    'Save it as JPEG, PNG or WebP and try again.',
  ],
  drawing: [
    'unsupported',
    'This is a drawing file (SVG), not a photo of a report.',
    'Use a photo, a PDF or the text of the report.',
  ],
  office: [
    'unsupported',
    'This kind of office file cannot be opened here.',
    'Save it as PDF or as a Word document (DOCX), or copy its text and paste it.',
  ],
  archive: ['unsupported', 'This is an archive of files.', 'Unpack it first and choose the report inside.'],
  'broken-record': [
    'unreadable',
    'This file is damaged or stops short, so it could not be read.',
    'Download it again, or use a photo, a PDF or the text of the report.',
  ],
  'heavy-record': [
    'too-large',
    'This file is built too large or too deep to open safely.',
    'Use a PDF or a photo of the report, or paste its text.',
  ],
  'heavy-archive': [
    'too-large',
    'This file unpacks to more than can be opened safely.',
    'Unpack it yourself and choose the report inside.',
  ],
  unsafe: [
    'unreadable',
    'This file is built in a way that is not safe to open.',
    'Ask for the report as a PDF, or use a photo or its text.',
  ],
  'locked-file': [
    'encrypted',
    'This file is locked with a password.',
    'Save a copy without the password, or use a photo of the report.',
  ],
  'no-report-text': [
    'no-text',
    'This file holds no text of a report.',
    'Open your portal, then save or copy the written report itself.',
  ],
  'report-elsewhere': [
    'no-text',
    'This file only points to a report that is kept elsewhere.',
    'Open your portal, then save or copy the written report itself.',
  ],
  'no-report-inside': [
    'no-text',
    'No report was found among the files inside.',
    'Unpack it and choose the report, or paste its text.',
  ],
  'no-such-report': [
    'several-reports',
    'There is no report of that number in this file.',
    'Choose one of the numbers that the list of reports shows.',
  ],
  'lab-result': [
    'unsupported',
    'This is a laboratory result, not the report of a scan.',
    'Look for the report of your X-ray, CT, MRI or ultrasound.',
  ],
  'other-record': [
    'unsupported',
    'This is another part of a health record, not the report of a scan.',
    'Look for the written report of your scan and choose that file.',
  ],
  withdrawn: [
    'unsupported',
    'This report was taken back by those who wrote it, so it is not explained.',
    'Ask your doctor or the hospital for the report that counts.',
  ],
  'scan-images': [
    'unsupported',
    'These are the pictures of a scan (DICOM), not the written report.',
    'Ask for the written report, and use a photo, a PDF or its text.',
  ],
};

/** The error for a reason, as the caller hands it on. */
export function failure(reason: Reason): IngestResult {
  const [code, message, hint] = ERRORS[reason];
  return { ok: false, error: { code, reason, message, hint } };
}

/** The error that asks which of several reports is meant; what the file calls them stands in `reports` alone. */
export function severalReports(reports: readonly Listed[]): IngestResult {
  return {
    ok: false,
    error: {
      code: 'several-reports',
      reason: 'several-reports',
      message: `This file holds ${reports.length} reports.`,
      hint: 'Choose one of them by its number.',
      reports,
    },
  };
}
