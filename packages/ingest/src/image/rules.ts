/** Rules: the lines of tables, boxes and page ends, wiped off before reading, as they read like letters. */
import type { Grey } from './grey.ts';

const DARK = 205;
/** in letter heights: no stroke of a letter is as long */
const LONG = 4;
const TALL = 3;
/** in letter heights: a bar thicker than this is no rule */
const THICK = 0.35;
/** share of a run that must be thin: the foot of a bold line of text is not */
const THIN_SHARE = 0.8;
/** pixels that noise may take out of a rule */
const GAP = 2;

/** The page without its long thin lines; strokes that cross or touch them stay. `letters` is their height in pixels. */
export function withoutRules(page: Grey, letters: number): Grey {
  const { width, height, data } = page;
  const out = data.slice();
  const thick = Math.max(3, Math.round(letters * THICK));
  const level = { count: width, step: 1, across: width, lines: height };
  const upright = { count: height, step: width, across: 1, lines: width };
  for (const [axis, long] of [
    [level, letters * LONG],
    [upright, letters * TALL],
  ] as const) {
    for (let line = 0; line < axis.lines; line += 1) {
      const start = line * axis.across;
      let [from, last] = [0, -1];
      for (let i = 0; i <= axis.count; i += 1) {
        const dark = i < axis.count && data[start + i * axis.step]! < DARK;
        if (!dark && i < axis.count) continue;
        if (i - last > GAP + 1 || !dark) {
          const run = last + 1 - from;
          if (run >= long) wipe(data, out, start + from * axis.step, run, axis.step, axis.across, thick);
          from = i;
        }
        last = i;
      }
    }
  }
  return { width, height, data: out };
}

/** Wipes a run of dark pixels where little is dark across it, if most of it is so. */
function wipe(
  data: Uint8Array,
  out: Uint8Array,
  start: number,
  run: number,
  step: number,
  across: number,
  thick: number,
): void {
  const depths = new Uint8Array(run);
  let [thin, dark] = [0, 0];
  for (let i = 0; i < run; i += 1) {
    const at = start + i * step;
    if (data[at]! >= DARK) continue;
    let depth = 1;
    for (let k = 1; depth <= thick && data[at - k * across]! < DARK; k += 1) depth += 1;
    for (let k = 1; depth <= thick && data[at + k * across]! < DARK; k += 1) depth += 1;
    depths[i] = depth;
    dark += 1;
    if (depth <= thick) thin += 1;
  }
  if (thin < dark * THIN_SHARE) return;
  for (let i = 0; i < run; i += 1) {
    if (depths[i]! > thick) continue;
    const at = start + i * step;
    // the soft edge of the rule goes with it
    for (const pixel of [at - across, at, at + across]) if (pixel >= 0 && pixel < out.length) out[pixel] = 255;
  }
}
