/** Compiles the knowledge once before any test runs. */
import { spawnSync } from 'node:child_process';

export default function setup(): void {
  const done = spawnSync(
    process.execPath,
    ['--conditions=source', '--import', 'tsx', 'packages/knowledge/src/main.ts'],
    { encoding: 'utf8' },
  );
  if (done.status !== 0) throw new Error(done.stderr);
}
