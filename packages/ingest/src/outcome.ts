/** What ingest answers with: an extraction, or one plain sentence on why there is none and what to do about it. */
import type { Extraction } from '@readingscan/engine';

export interface Progress {
  readonly step: 'open' | 'straighten' | 'read' | 'check';
  readonly page: number;
  readonly pages: number;
  /** 0 to 1, over the whole job */
  readonly fraction: number;
}

export type IngestCode = 'unreadable' | 'unsupported' | 'too-large' | 'encrypted' | 'no-text';

export interface IngestError {
  readonly code: IngestCode;
  readonly message: string;
  readonly hint: string;
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
  | 'rtf'
  | 'web-page'
  | 'health-record'
  | 'scan-images';

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
    'Word and other office files cannot be opened yet.',
    'Save it as PDF, or copy its text and paste it.',
  ],
  archive: ['unsupported', 'This is an archive of files.', 'Unpack it first and choose the report inside.'],
  rtf: ['unsupported', 'RTF files cannot be opened yet.', 'Save it as PDF, or copy its text and paste it.'],
  'web-page': [
    'unsupported',
    'This is a saved web page, which cannot be opened yet.',
    'Open it, then copy the text of the report and paste it.',
  ],
  'health-record': [
    'unsupported',
    'This is a health record file, which cannot be opened yet.',
    'Open it in your portal, then copy the text of the report and paste it.',
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
  return { ok: false, error: { code, message, hint } };
}
