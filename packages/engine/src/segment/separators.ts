/** Wing 1, segment: the sign that parts a heading from its text: a colon and what is typed for one, a dash, a full stop, the end of the line. */
import type { Token } from '../token.ts';

export type Separator = 'colon' | 'dash' | 'period' | 'line' | 'none';

export const DASHES = new Set(['-', '–', '—']);

/** A colon that parts a label from its text; "9:30" is a time. */
export function isColon(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.norm !== ':') return false;
  const next = tokens[at + 1];
  return !(next?.kind === 'number' && next.glued && tokens[at - 1]?.kind === 'number');
}

/** The separator at a token behind the words of a heading that begin at `first`. */
export function separatorAt(tokens: readonly Token[], at: number, limit: number, first: number): Separator {
  const token = tokens[at];
  if (!token || at >= limit) return 'line';
  const { norm } = token;
  if (norm === ':' || norm === '：') return 'colon';
  // "Imp.: …"
  if (norm === '.' && token.glued && tokens[at + 1]?.norm === ':' && at + 1 < limit) return 'colon';
  const apart = at + 1 < limit && !tokens[at + 1]?.glued;
  if (norm === '.' || norm === ';' || norm === '?') return token.glued && apart ? 'period' : 'none';
  if (DASHES.has(norm) && isRule(tokens, at, limit)) return 'line';
  if (DASHES.has(norm)) return at + 1 < limit && !(token.glued && tokens[at + 1]?.glued) ? 'dash' : 'none';
  // "[FINDINGS] The liver …", "| Findings | The liver … |"
  const opening = tokens[first - 1]?.norm;
  if ((norm === ']' && opening === '[') || (norm === '|' && opening === '|')) return 'colon';
  // closing emphasis: **FINDINGS** or == FINDINGS ==, with or without a colon inside
  if (norm === '*' || norm === '_' || norm === '=' || norm === '#') {
    let next = at;
    while (next < limit && tokens[next]?.norm === norm) next += 1;
    const after = tokens[next];
    if (next >= limit || !after) return 'line';
    if (norm === '=' && next === at + 1 && opening !== '=') return 'dash';
    return after.norm === ':' || next > at + 1 ? 'line' : 'none';
  }
  return 'none';
}

/** "--- FINDINGS ---": nothing but dashes to the end. */
function isRule(tokens: readonly Token[], from: number, limit: number): boolean {
  let at = from;
  while (at < limit && DASHES.has(tokens[at]?.norm ?? '')) at += 1;
  return at === limit && at > from + 1;
}
