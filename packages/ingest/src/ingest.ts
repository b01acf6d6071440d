/** The order of ingest: sniff, then text, pictures, a PDF, or a record or archive with one of these inside; then one source; the same in Node and in the browser. */
import type { Extraction, Source, Span, Warning } from '@readingscan/engine';
import { isRecord, type RecordKind } from './exchange/record.ts';
import { pictureSize } from './image/header.ts';
import { LIMITS } from './limits.ts';
import { readPicture } from './ocr/read-picture.ts';
import {
  type ExtractOptions,
  failure,
  type Ingest,
  type IngestResult,
  type InputFile,
  type Progress,
  type Reason,
  severalReports,
} from './outcome.ts';
import { compared } from './pdf/compare.ts';
import { hiddenWarnings } from './pdf/hidden.ts';
import { layPage } from './pdf/lay-page.ts';
import { done, type Outcome, type Platform, refused } from './platform.ts';
import { reasonOf, Several } from './refusal.ts';
import { isPicture, type Kind, type PictureKind, sniff } from './sniff.ts';
import { type PlacedPage, sourceOf } from './source.ts';
import { decodeText } from './text/decode.ts';

const REFUSED: Readonly<Record<Exclude<Kind, PictureKind | RecordKind | 'text' | 'pdf' | 'zip'>, Reason>> = {
  empty: 'empty',
  binary: 'binary',
  heic: 'heic',
  'other-picture': 'other-picture',
  svg: 'drawing',
  office: 'office',
  archive: 'archive',
};

/** scanned pages without a word after which the rest is not tried */
const WORDLESS = 3;

/** Ingest over a platform; never throws, whatever the bytes are. */
export function ingestOn(platform: Platform): Ingest {
  return {
    async extract(files, options = {}) {
      try {
        const outcome = await extract(files, options, platform);
        return outcome.ok ? { ok: true, extraction: outcome.value } : failure(outcome.reason);
      } catch (error) {
        return failureOf(error, options);
      }
    },
    close: () => platform.recognizer.close(),
  };
}

function failureOf(error: unknown, options: ExtractOptions): IngestResult {
  if (options.signal?.aborted) return failure('stopped');
  if (error instanceof Several) return severalReports(error.reports);
  return failure(reasonOf(error));
}

async function extract(
  files: readonly InputFile[],
  options: ExtractOptions,
  platform: Platform,
): Promise<Outcome<Extraction>> {
  const [first] = files;
  if (!first) return refused('empty');
  if (files.length > LIMITS.pages) return refused('many-files');
  if (files.some((file) => file.bytes.length > LIMITS.fileBytes)) return refused('big-file');
  const kinds = files.map((file) => sniff(file.bytes));
  for (const kind of kinds) if (isRefused(kind)) return refused(REFUSED[kind]);
  if (kinds.every(isPicture)) return readPictures(files, options, platform);
  if (files.length > 1) return refused('mixed-files');
  const [kind] = kinds;
  if (kind === 'zip' || (kind && isRecord(kind))) return readInside(first, options, platform);
  return kind === 'pdf' ? readPdfFile(first, options, platform) : readText(first);
}

/** Records and archives: their readers hand files of the plain kinds back to us. */
async function readInside(file: InputFile, options: ExtractOptions, platform: Platform): Promise<Outcome<Extraction>> {
  reporter(options, 0, 1)('open', 0);
  const { readReport } = await import('./exchange/candidates.ts');
  return readReport(file.bytes, options.report, async (parts) => {
    const files = parts.map((bytes) => ({ bytes }));
    const [first] = files;
    if (!first) return refused('empty');
    const kind = sniff(first.bytes);
    if (kind === 'pdf') return readPdfFile(first, options, platform);
    return isPicture(kind) ? readPictures(files, options, platform) : readText(first);
  });
}

const isRefused = (kind: Kind): kind is keyof typeof REFUSED => kind in REFUSED;

function readText(file: InputFile): Outcome<Extraction> {
  if (file.bytes.length > LIMITS.textCharacters * 2 + 2) return refused('long-text');
  const text = decodeText(file.bytes);
  if (text === null) return refused('binary');
  if (text.length > LIMITS.textCharacters) return refused('long-text');
  return text.trim() === '' ? refused('empty') : done(extraction({ kind: 'text', text }, []));
}

async function readPictures(
  files: readonly InputFile[],
  options: ExtractOptions,
  platform: Platform,
): Promise<Outcome<Extraction>> {
  const pages: PlacedPage[] = [];
  for (const [index, file] of files.entries()) {
    const report = reporter(options, index, files.length);
    report('open', 0);
    const kind = sniff(file.bytes);
    const size = isPicture(kind) ? pictureSize(file.bytes, kind) : null;
    if (!size) return refused('broken-picture');
    if (Math.max(size.width, size.height) > LIMITS.pictureSide || size.width * size.height > LIMITS.picturePixels) {
      return refused('big-picture');
    }
    const picture = await platform.decodePicture(file.bytes);
    if (!picture.ok) return picture;
    if (options.signal?.aborted) return refused('stopped');
    pages.push(await readPicture(picture.value, platform.recognizer, report));
    if (options.signal?.aborted) return refused('stopped');
  }
  const { source, gaps } = sourceOf('image', pages);
  return source.text.trim() === '' ? refused('no-words') : done(extraction(source, gapWarnings(gaps)));
}

async function readPdfFile(file: InputFile, options: ExtractOptions, platform: Platform): Promise<Outcome<Extraction>> {
  reporter(options, 0, 1)('open', 0);
  const pdf = await platform.openPdf(file.bytes, options.password, options.signal);
  if (!pdf.ok) return pdf;
  const pages: PlacedPage[] = [];
  for (const [index, page] of pdf.value.entries()) {
    const report = reporter(options, index, pdf.value.length);
    if (page.scanned && page.picture) pages.push(await readPicture(page.picture, platform.recognizer, report));
    else if (page.picture) pages.push(await compared(layPage(page), page.picture, platform.recognizer));
    else pages.push(layPage(page));
    if (options.signal?.aborted) return refused('stopped');
    if (pages.length === WORDLESS && pages.every((read) => read.rows.length === 0)) return refused('no-words-in-pdf');
  }
  const { source, gaps } = sourceOf('pdf', pages);
  return source.text.trim() === ''
    ? refused('no-words-in-pdf')
    : done(extraction(source, [...gapWarnings(gaps), ...hiddenWarnings(source, pdf.value)]));
}

export type Report = (step: Progress['step'], share: number) => void;

/** Progress of one page, as a share of the whole job. */
function reporter(options: ExtractOptions, index: number, pages: number): Report {
  return (step, share) => options.onProgress?.({ step, page: index + 1, pages, fraction: (index + share) / pages });
}

const gapWarnings = (gaps: readonly Span[]): Warning[] =>
  gaps.map((span) => ({
    code: 'doubtful-text',
    message: 'A line of text near this one could not be read.',
    basis: [span],
  }));

function extraction(source: Source, warnings: readonly Warning[]): Extraction {
  return { schema: 'readingscan.extraction/1', source, warnings };
}
