/** `readingscan compare OLDER NEWER…`: what changed between reports of one person. */
import type { ReaderInput } from '@readingscan/reader';
import type { Arguments } from '../arguments.ts';
import { Usage } from '../failure.ts';
import { isFailure, readFiles } from '../input.ts';
import { openReader } from '../program.ts';
import { end, put } from './answer.ts';

export async function compareCommand(options: Arguments): Promise<void> {
  if (options.files.length < 2) throw new Usage('compare needs an older and a newer FILE.');
  const inputs: ReaderInput[] = [];
  for (const name of options.files) {
    const files = await readFiles([name]);
    if (isFailure(files)) return end(files, options);
    inputs.push({ kind: 'files', files });
  }
  const reader = openReader();
  const result = await reader.compare(inputs);
  await reader.close();
  if (!result.ok) return end(result.error, options);
  put(
    options.format === 'json'
      ? `${JSON.stringify(result.document)}\n`
      : `${result.document.summary.map(({ text }) => `- ${text}`).join('\n')}\n`,
    options,
  );
}
