/** Wing 2, recognize, scores: the tokens without the dash that a slip set into the name of a system: "Lung - RADS", "BI–RADS", "Salter – Harris". */
import type { Token } from '../../token.ts';
import type { ScaleWords } from './scale-words.ts';

const HYPHENS = new Set(['-', '‐', '‑']);
const DASHES = new Set([...HYPHENS, '–', '—', '_', '.']);

/** The same list where no name is broken. */
export function systemTokens(tokens: readonly Token[], { pairs }: ScaleWords): readonly Token[] {
  let kept: Token[] | null = null;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token) break;
    if (breaksName(tokens, at, pairs)) kept ??= tokens.slice(0, at);
    else kept?.push(token);
  }
  return kept ?? tokens;
}

function breaksName(tokens: readonly Token[], at: number, pairs: ScaleWords['pairs']): boolean {
  const dash = tokens[at];
  if (dash?.kind !== 'mark' || !DASHES.has(dash.norm)) return false;
  const [before, behind] = [tokens[at - 1], tokens[at + 1]];
  // forms stride over a hyphen without spaces, and a full stop with one ends a sentence
  const glued = dash.glued && behind?.glued === true;
  if (dash.norm === '.' ? !glued : glued && HYPHENS.has(dash.norm)) return false;
  return before !== undefined && behind !== undefined && (pairs.get(before.norm)?.has(behind.norm) ?? false);
}
