/** Compiles the knowledge once before any test runs. KNOWLEDGE_KEEP_GOING=1 leaves out what does not compile: for work in progress. */
import { spawnSync } from 'node:child_process';

export default function setup(): void {
  const script = ['--conditions=source', '--import', 'tsx', 'packages/knowledge/src/main.ts'];
  const done = spawnSync(process.execPath, process.env.KNOWLEDGE_KEEP_GOING ? [...script, '--keep-going'] : script, {
    encoding: 'utf8',
  });
  if (done.status !== 0) throw new Error(done.stderr);
}
