/** Entry of the process that opens PDFs: it may be killed at any moment, and ends itself beyond its memory limit. */
import { Worker } from 'node:worker_threads';
import { readPdf } from './read.ts';
import { renderer } from './render.ts';

const WATCH = `
const { workerData } = require('node:worker_threads');
setInterval(() => {
  if (process.memoryUsage.rss() > workerData) process.kill(process.pid, 'SIGKILL');
}, 20);`;

export interface PdfTask {
  readonly bytes: Uint8Array;
  readonly password: string | undefined;
  readonly megabytes: number;
}

function isTask(message: unknown): message is PdfTask {
  return typeof message === 'object' && message !== null && 'bytes' in message && message.bytes instanceof Uint8Array;
}

process.once('message', (message) => {
  if (!isTask(message)) process.exit(2);
  new Worker(WATCH, { eval: true, workerData: message.megabytes * 1024 * 1024 }).unref();
  readPdf(
    message.bytes,
    message.password,
    renderer(async () => (await import('@hyzyla/pdfium')).PDFiumLibrary.init()),
  )
    .catch(() => ({ ok: false as const, reason: 'broken-pdf' as const }))
    .then((answer) => process.send?.(answer, () => process.exit(0)));
});
process.once('disconnect', () => process.exit(0));
