/** `readingscan explain|read|extract`: files in, one document out. */
import { readFileSync } from 'node:fs';
import type { Explanation, Extraction, Reading } from '@readingscan/engine';
import type { ReaderInput, ReaderOptions, ReaderResult } from '@readingscan/reader';
import type { Arguments } from '../arguments.ts';
import { optimizeLate } from '../compiler.ts';
import { fail, Usage } from '../failure.ts';
import { isFailure, readFiles } from '../input.ts';
import { openReader } from '../program.ts';
import { progressLine } from '../progress.ts';
import { end, put } from './answer.ts';

type Command = 'explain' | 'read' | 'extract';

export async function documentCommand(command: Command, options: Arguments): Promise<void> {
  if (options.files.length === 0) throw new Usage(`${command} needs a FILE, or - for standard input.`);
  if (command !== 'explain' && options.format !== 'json' && options.format !== 'text')
    throw new Usage(`${command} writes json or text.`);
  optimizeLate();
  const files = await readFiles(options.files);
  if (isFailure(files)) return end(files, options);
  const input: ReaderInput = {
    kind: 'files',
    files,
    ...(options.passwordFile ? { password: readFileSync(options.passwordFile, 'utf8').replace(/\r?\n$/, '') } : {}),
  };
  const reader = openReader();
  const progress = progressLine(!options.quiet && process.stderr.isTTY === true);
  const more: ReaderOptions = {
    language: options.language,
    level: options.level,
    onProgress: progress.show,
    ...(options.region ? { region: options.region } : {}),
    ...(options.report === undefined ? {} : { report: options.report }),
  };
  try {
    if (command === 'extract') {
      const result = await reader.extract(input, more);
      progress.clear();
      if (options.list) return list(result, options);
      return write(result, options, (extraction: Extraction) => extraction.source.text);
    }
    if (command === 'read') {
      const result = await reader.read(input, more);
      progress.clear();
      return write(result, options, (reading: Reading) => JSON.stringify(reading, null, 2));
    }
    const result = await reader.explain(input, more);
    progress.clear();
    const { format, sheet } = options;
    if (format === 'json') return write(result, options, () => '');
    const { render } = await import('@readingscan/render');
    return write(result, options, (explanation: Explanation) => render(explanation, format, { sheet }));
  } finally {
    await reader.close();
  }
}

/** The reports of a file, to choose from with `--report`; a file with one has a list of one. */
function list(result: ReaderResult<Extraction>, options: Arguments): void {
  const single = result.document ? [{ number: 1, title: null, date: null, kind: result.document.source.kind }] : null;
  const reports = single ?? (result.ok ? null : result.error.reports);
  if (!reports) {
    if (!result.ok) end(result.error, options);
    return;
  }
  const out =
    options.format === 'json'
      ? `${JSON.stringify({ schema: 'readingscan.listing/1', reports })}\n`
      : `${reports.map(({ number, title, date }) => [number, title, date].filter((part) => part !== null).join('  ')).join('\n')}\n`;
  put(out, options);
}

function write<T>(result: ReaderResult<T>, options: Arguments, text: (document: T) => string | Uint8Array): void {
  if (result.document === undefined) {
    if (!result.ok) end(result.error, options);
    return;
  }
  const out =
    options.format === 'json'
      ? `${JSON.stringify(result.ok ? result.document : { ...result.document, error: result.error })}\n`
      : text(result.document);
  put(typeof out === 'string' && !out.endsWith('\n') && !options.output ? `${out}\n` : out, options);
  if (!result.ok) fail(result.error);
}
