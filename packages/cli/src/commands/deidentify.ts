/** `readingscan deidentify FILE`: the text without what tells who it is about. */
import { writeFileSync } from 'node:fs';
import type { Arguments } from '../arguments.ts';
import { fail, Usage } from '../failure.ts';
import { isFailure, readFiles } from '../input.ts';
import { loadEngine } from '../knowledge.ts';
import { openReader } from '../program.ts';

export async function deidentifyCommand({ files, format, output }: Arguments): Promise<void> {
  if (files.length === 0) throw new Usage('deidentify needs a FILE, or - for standard input.');
  const opened = await readFiles(files);
  const reader = openReader();
  const result = isFailure(opened)
    ? ({ ok: false, error: opened } as const)
    : await reader.extract({ kind: 'files', files: opened });
  await reader.close();
  if (!result.ok) {
    if (format === 'json') process.stdout.write(`${JSON.stringify({ error: result.error })}\n`);
    fail(result.error);
    return;
  }
  const found = loadEngine(null).deidentify(result.document.source.text);
  const out = format === 'json' ? `${JSON.stringify(found)}\n` : found.text;
  if (output) writeFileSync(output, out);
  else process.stdout.write(out);
}
