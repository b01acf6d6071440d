/** One job of the reader, the same in Node and in the browser: files to text, text to reading, reading to explanation, with a clear answer for what is none of these. */
import type {
  Comparison,
  Deidentification,
  Engine,
  ExplainOptions,
  Explanation,
  Extraction,
  Reading,
  Source,
} from '@readingscan/engine';
import type { Ingest } from '@readingscan/ingest';
import type { KeptInput } from './digest.ts';
import { type Language, READ } from './languages.ts';
import { isIllegible, isTooDoubtful } from './quality.ts';
import { INTERNAL, LOW_QUALITY, NO_TEXT, NOT_A_REPORT, SEVERAL_PEOPLE, TOO_LONG } from './refusals.ts';
import type { ReaderFile, ReaderInput, ReaderOptions, ReaderResult } from './types.ts';

export interface Documents {
  readonly explain: Explanation;
  readonly read: Reading;
  readonly extract: Extraction;
  readonly deidentify: Deidentification;
}
export type Task = keyof Documents;
export type AnyDocument = Documents[Task];

/** What a job is done with, each opened on first use. */
export interface Parts {
  engine(language: Language): Promise<Engine>;
  /** any engine: to read with, where nothing is explained */
  reading(): Promise<Engine>;
  ingest(): Promise<Ingest>;
}

const MOST_TEXT = 500_000;

export async function runTask(
  task: Task,
  input: ReaderInput | KeptInput,
  loaded: Parts,
  options: ReaderOptions,
): Promise<ReaderResult<AnyDocument>> {
  let text: string | undefined = input.kind === 'text' ? input.text : undefined;
  try {
    const opened = await open(input, loaded, options);
    if (!opened.ok) return opened;
    const extraction = opened.document;
    text = extraction.source.text;
    if (task === 'extract') return opened;
    options.onProgress?.({ step: 'explain', page: 1, pages: 1, fraction: 0.97 });
    if (task === 'deidentify') return { ok: true, document: (await loaded.reading()).deidentify(text) };
    if (task === 'read') {
      const engine = await loaded.reading();
      return { ok: true, document: engine.read(extraction.source, extraction.warnings) };
    }
    const engine = await loaded.engine(options.language ?? READ);
    const explanation = engine.explain(extraction.source, {
      ...explainOptions(options),
      warnings: extraction.warnings,
    });
    // words that could not be read cannot show that they are no report
    if (!engine.isReport(explanation.reading)) {
      return { ok: false, error: isIllegible(extraction) ? LOW_QUALITY : NOT_A_REPORT, text };
    }
    if (isTooDoubtful(extraction)) return { ok: false, error: LOW_QUALITY, document: explanation, text };
    return { ok: true, document: explanation };
  } catch {
    return text === undefined ? { ok: false, error: INTERNAL } : { ok: false, error: INTERNAL, text };
  }
}

/** Each is a report of its own; the first that cannot be read is answered. */
export async function runComparison(
  inputs: readonly (ReaderInput | KeptInput)[],
  loaded: Parts,
  options: ReaderOptions,
): Promise<ReaderResult<Comparison>> {
  const readings: Reading[] = [];
  for (const input of inputs) {
    // runTask answers each task with its own document
    const result = (await runTask('read', input, loaded, options)) as ReaderResult<Reading>;
    if (!result.ok) return { ok: false, error: result.error };
    readings.push(result.document);
  }
  const comparison = (await loaded.engine(READ)).compare(readings);
  return 'error' in comparison
    ? { ok: false, error: { ...comparison.error, ...SEVERAL_PEOPLE } }
    : { ok: true, document: comparison };
}

function explainOptions({ level, region }: ReaderOptions): ExplainOptions {
  return { ...(level === undefined ? {} : { level }), ...(region === undefined ? {} : { region }) };
}

function open(
  input: ReaderInput | KeptInput,
  loaded: Parts,
  options: ReaderOptions,
): ReaderResult<Extraction> | Promise<ReaderResult<Extraction>> {
  switch (input.kind) {
    case 'text':
      return fromText(input.text);
    case 'files':
      return fromFiles(input, loaded, options);
    case 'kept':
      return { ok: true, document: { schema: 'readingscan.extraction/1', ...input.kept } };
    default:
      return input satisfies never;
  }
}

function fromText(text: string): ReaderResult<Extraction> {
  if (text.trim() === '') return { ok: false, error: NO_TEXT, text };
  if (text.length > MOST_TEXT) return { ok: false, error: TOO_LONG, text };
  const source: Source = { kind: 'text', text };
  return { ok: true, document: { schema: 'readingscan.extraction/1', source, warnings: [] } };
}

async function fromFiles(
  input: Extract<ReaderInput, { kind: 'files' }>,
  loaded: Parts,
  options: ReaderOptions,
): Promise<ReaderResult<Extraction>> {
  const ingest = await loaded.ingest();
  const outcome = await ingest.extract(input.files.map(plain), {
    ...(options.signal ? { signal: options.signal } : {}),
    ...(options.onProgress ? { onProgress: options.onProgress } : {}),
    ...(input.password === undefined ? {} : { password: input.password }),
    ...(options.report === undefined ? {} : { report: options.report }),
  });
  return outcome.ok ? { ok: true, document: outcome.extraction } : { ok: false, error: outcome.error };
}

/** What Node reads a file into is a `Buffer`: libraries that open files take it for something else. */
function plain({ bytes, ...file }: ReaderFile): ReaderFile {
  return { ...file, bytes: bytes.constructor === Uint8Array ? bytes : new Uint8Array(bytes) };
}
