/** Runs the PDF process with a wall clock and a memory limit from outside its heap. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { LIMITS } from '../limits.ts';
import { type Outcome, refused } from '../platform.ts';
import type { PdfPage } from './page.ts';

/** `childPath` is the built child; without it the sources are run. */
export function openInChild(
  bytes: Uint8Array,
  password: string | undefined,
  signal: AbortSignal | undefined,
  childPath: string | undefined,
): Promise<Outcome<readonly PdfPage[]>> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...heapLimit, ...entry(childPath)], {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
      env: {},
      ...(childPath ? {} : { cwd: fileURLToPath(new URL('.', import.meta.url)) }),
    });
    const finish = (outcome: Outcome<readonly PdfPage[]>) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
      child.removeAllListeners();
      child.on('error', () => undefined);
      child.kill('SIGKILL');
      resolve(outcome);
    };
    const stop = () => finish(refused('stopped'));
    const timer = setTimeout(() => finish(refused('heavy-pdf')), LIMITS.pdfMilliseconds);
    signal?.addEventListener('abort', stop, { once: true });
    child.on('error', () => finish(refused('broken-pdf')));
    child.on('exit', (code, by) =>
      finish(refused(by === 'SIGKILL' || code === 134 || by === 'SIGABRT' ? 'heavy-pdf' : 'broken-pdf')),
    );
    child.on('message', (message) => finish(isOutcome(message) ? message : refused('broken-pdf')));
    child.send({ bytes, password, megabytes: LIMITS.pdfMegabytes }, (error) => error && finish(refused('broken-pdf')));
  });
}

const heapLimit = ['--max-old-space-size=384', '--stack-size=800'];

function entry(childPath: string | undefined): string[] {
  if (childPath) return [childPath];
  return ['--conditions=source', '--import', 'tsx', fileURLToPath(new URL('./child.ts', import.meta.url))];
}

/** Boundary: the child is ours, its answer is checked only for being one. */
function isOutcome(message: unknown): message is Outcome<readonly PdfPage[]> {
  return typeof message === 'object' && message !== null && 'ok' in message;
}
