/** `readingscan compare OLDER NEWER…`: what changed between reports of one person. */
import { writeFileSync } from 'node:fs';
import type { Reading } from '@readingscan/engine';
import type { Arguments } from '../arguments.ts';
import { fail, Usage } from '../failure.ts';
import { isFailure, readFiles } from '../input.ts';
import { loadEngine } from '../knowledge.ts';
import { openReader } from '../program.ts';

export async function compareCommand({ files, format, output }: Arguments): Promise<void> {
  if (files.length < 2) throw new Usage('compare needs an older and a newer FILE.');
  const reader = openReader();
  const readings: Reading[] = [];
  for (const file of files) {
    const opened = await readFiles([file]);
    const result = isFailure(opened)
      ? ({ ok: false, error: opened } as const)
      : await reader.read({ kind: 'files', files: opened });
    if (!result.ok) {
      await reader.close();
      if (format === 'json') process.stdout.write(`${JSON.stringify({ error: result.error })}\n`);
      fail(result.error);
      return;
    }
    readings.push(result.document);
  }
  await reader.close();
  const comparison = loadEngine('en').compare(readings);
  const out =
    format === 'json' || 'error' in comparison
      ? `${JSON.stringify(comparison)}\n`
      : `${comparison.summary.map(({ text }) => `- ${text}`).join('\n')}\n`;
  if (output) writeFileSync(output, out);
  else process.stdout.write(out);
  if ('error' in comparison) fail({ ...comparison.error, hint: 'Compare reports of one person only.' });
}
