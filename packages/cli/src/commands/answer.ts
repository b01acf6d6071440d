/** How a command gives its answer: to a file or standard output, or as a failure. */
import { writeFileSync } from 'node:fs';
import type { Arguments } from '../arguments.ts';
import { type Failure, fail } from '../failure.ts';

export function put(out: string | Uint8Array, { output }: Arguments): void {
  if (output) writeFileSync(output, out);
  else process.stdout.write(out);
}

export function end(failure: Failure, { format }: Arguments): void {
  if (format === 'json') process.stdout.write(`${JSON.stringify({ error: failure })}\n`);
  fail(failure);
}
