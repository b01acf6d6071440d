/** `readingscan deidentify FILE`: the text without what tells who it is about. */
import type { Arguments } from '../arguments.ts';
import { Usage } from '../failure.ts';
import { isFailure, readFiles } from '../input.ts';
import { openReader } from '../program.ts';
import { end, put } from './answer.ts';

export async function deidentifyCommand(options: Arguments): Promise<void> {
  if (options.files.length === 0) throw new Usage('deidentify needs a FILE, or - for standard input.');
  const files = await readFiles(options.files);
  if (isFailure(files)) return end(files, options);
  const reader = openReader();
  const result = await reader.deidentify({ kind: 'files', files }, chosen(options));
  await reader.close();
  if (!result.ok) return end(result.error, options);
  put(options.format === 'json' ? `${JSON.stringify(result.document)}\n` : result.document.text, options);
}

const chosen = ({ report }: Arguments) => (report === undefined ? {} : { report });
