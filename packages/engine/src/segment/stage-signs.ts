/** Wing 1, segment: a sign that answers the short form right before it ("EMVI-", "CRM+") is read as "-ve" or "+ve". */
import type { Knowledge } from '../stages.ts';
import type { Token } from '../token.ts';
import type { Word } from '../word.ts';
import { listed } from '../word-lists.ts';

const SIGNS: Readonly<Record<string, string>> = { '-': '-', '–': '-', '−': '-', '+': '+' };
const VE = 've';

/**
 * The same tokens. Signs behind `signed-stages` stand apart and have a "ve" behind them; a comma parts them from a word that follows:
 * "EMVI- CRM clear". What the report leaves out is of no width. Not "HER2-targeted", "EMVI - none".
 */
export function withStageSigns(tokens: readonly Token[], { reading, book }: Knowledge): readonly Token[] {
  const stages = listed(reading, 'signed-stages');
  if (!tokens.some(({ norm }) => stages.has(norm))) return tokens;
  const signed: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token) break;
    const sign = SIGNS[token.norm];
    const ve = tokens[at + 1]?.norm === VE && tokens[at + 1]?.glued ? tokens[at + 1] : undefined;
    const next = tokens[ve ? at + 2 : at + 1];
    const isGlued = next?.glued && !ENDS.has(next.norm);
    if (!sign || !token.glued || !stages.has(tokens[at - 1]?.norm ?? '') || isGlued) {
      signed.push(token);
      continue;
    }
    const mark = book.of(sign);
    signed.push({ ...token, norm: mark.norm, glued: false, word: mark });
    signed.push(ve ?? leftOut(token, 'word', book.of(VE)));
    if (next?.kind === 'word') signed.push(leftOut(ve ?? token, 'mark', book.of(',')));
    if (ve) at += 1;
  }
  return signed;
}

const ENDS: ReadonlySet<string> = new Set([',', ';', '.', ')', ']', '/', ':']);

const leftOut = ({ end }: Token, kind: Token['kind'], word: Word): Token => ({
  start: end,
  end,
  norm: word.norm,
  kind,
  glued: true,
  word,
});
