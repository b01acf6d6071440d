/** A thread that runs our sources, where the program is not built: what reads TypeScript has to be begun within it. */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker, type WorkerOptions } from 'node:worker_threads';

const TSX = 'dist/esm/api/index.mjs';

export function sourceThread(entry: URL, options: WorkerOptions): Worker {
  const tsx = createRequire(entry)
    .resolve('tsx/package.json')
    .replace(/package\.json$/, TSX);
  const [reads, runs] = [String(pathToFileURL(tsx)), String(entry)].map((url) => JSON.stringify(url));
  return new Worker(`import(${reads}).then(({ register }) => { register(); return import(${runs}); });`, {
    ...options,
    eval: true,
    execArgv: ['--conditions=source'],
  });
}
