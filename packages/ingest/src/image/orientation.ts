/** Which way up: lines that run upwards tell a quarter turn, reading a few of them tells up from down. */
import { type Grey, shrinkTo, turn } from './grey.ts';
import { flatten, paperBrightness } from './illumination.ts';
import { inkOf, letterInk } from './ink.ts';
import { slopesOf } from './slope.ts';

export const OVERVIEW_SIDE = 900;
const DARK = 115;

/** Whether the lines of a picture, given small, run from top to bottom: then it needs a quarter turn. */
export function runsUpright(overview: Grey): boolean {
  const ink = letterInk(inkOf(flatten(overview, paperBrightness(overview))), OVERVIEW_SIDE / 15);
  return clarity(turn(ink, 1)) > clarity(ink) * 1.3;
}

/** How clearly level lines show, over all tiles. */
function clarity(ink: Grey): number {
  const slopes = slopesOf(ink, { width: 180, height: 120, limit: 0.4, step: 0.04 });
  return slopes.reduce((sum, slope) => sum + slope.clarity * slope.ink, 0);
}

/** Whether most of a picture is so dark that its text may be light on dark. */
export function isDark(overview: Grey): boolean {
  const { data } = shrinkTo(overview, 200).grey;
  return Uint8Array.from(data).sort()[data.length >> 1]! < DARK;
}
