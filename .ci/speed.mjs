// CI: the speed figures against the baseline, with the pace of this machine taken into account. The machine's own speed varies by half within an hour, so a bare
// comparison fails or passes by chance. A fixed piece of work that is not ours (TypeScript parsing its own library, in a fresh process: cold code and much memory, as a
// reading is) is timed beside the figures; where it is slower than when the baseline was taken, the bounds of the timings move by that ratio, never the other way.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const TRIES = 3;
const WORK = `
  const ts = require('typescript');
  const text = require('node:fs').readFileSync(require.resolve('typescript/lib/lib.dom.d.ts'), 'utf8');
  for (let turn = 0; turn < 3; turn += 1) ts.createSourceFile('lib.d.ts', text + turn, 99, true);`;

const evaluation = '../shared/eval';
const baseline = JSON.parse(readFileSync('eval-baseline.json', 'utf8'));
const { milliseconds: paceThen } = JSON.parse(readFileSync('eval-baseline-pace.json', 'utf8'));
const goals = JSON.parse(readFileSync(`${evaluation}/goals.json`, 'utf8'));

for (let attempt = 1; attempt <= TRIES; attempt += 1) {
  const before = pace();
  const slower = Math.max(1, before / paceThen);
  console.log(
    `pace of this machine: ${before.toFixed(0)} ms, ${paceThen} ms when the baseline was taken: timings may be ${slower.toFixed(2)} times as long`,
  );
  const scaled = join(tmpdir(), `readingscan-speed-${process.pid}.json`);
  writeFileSync(scaled, JSON.stringify({ ...baseline, figures: figuresAt(slower) }));
  const { status } = spawnSync(process.execPath, [`${evaluation}/run.mjs`, '--only', 'speed', '--baseline', scaled], {
    stdio: 'inherit',
  });
  if (status === 0) process.exit(0);
  console.log(`speed: try ${attempt} of ${TRIES} was slower than the baseline`);
}
process.exit(1);

/** The fixed work in a fresh process, the median of five, in milliseconds. */
function pace() {
  const times = Array.from({ length: 5 }, () => {
    const began = performance.now();
    execFileSync(process.execPath, ['-e', WORK]);
    return performance.now() - began;
  });
  return times.sort((one, other) => one - other)[2];
}

/** The speed figures of the baseline on a machine that is `slower` times as slow; memory and growth stay what they are. */
function figuresAt(slower) {
  const speed = Object.entries(baseline.figures).filter(([key]) => key.startsWith('speed.'));
  return Object.fromEntries(
    speed.map(([key, value]) => {
      const goal = goals[key];
      if (!goal?.timing || value === null || key.startsWith('speed.growth')) return [key, value];
      return [key, goal.better === 'lower' ? value * slower : value / slower];
    }),
  );
}
