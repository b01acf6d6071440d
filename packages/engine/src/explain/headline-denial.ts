/** Wing 4, explain: a denial of something narrower than the name that is denied: "no new metastases" is not "no metastases". */
import type { Finding } from '../document.ts';
import { firstNotBefore } from '../order.ts';
import { holdsSeenPart } from '../seen-part.ts';
import type { Knowledge, Related } from '../stages.ts';
import { statementsById } from '../statements-by-id.ts';
import { type Token, tokenAt } from '../token.ts';
import { listed } from '../word-lists.ts';

/** What is denied is told by its sentence, with all that narrows it: a describing word before its name, a size before or behind it, the part that was seen. */
export function isNarrowed({ assertion, span, statement }: Finding, related: Related, knowledge: Knowledge): boolean {
  const { tokens } = related;
  const said = statementsById(related).get(statement);
  if (said && holdsSeenPart(related, said, knowledge)) return true;
  const denied = Math.min(...assertion.basis.map(([start]) => start));
  const name = tokenAt(tokens, span[0], 0, tokens.length);
  const from = denied < span[0] ? tokenAt(tokens, denied, 0, name) + 1 : name;
  for (let at = from; at < name; at += 1) if (narrows(tokens[at], related, knowledge)) return true;
  return isSized(tokenAt(tokens, span[1], name, tokens.length), related);
}

/** A word or figure that is no name and adds something: not "evidence of", not another thing of the list. */
function narrows(token: Token | undefined, { matches }: Related, knowledge: Knowledge): boolean {
  const { reading } = knowledge;
  if (!token || token.kind === 'mark' || ADD_NOTHING.some((name) => listed(reading, name).has(token.norm)))
    return false;
  const { concept } = matches;
  const match = concept[firstNotBefore(concept, ({ end }) => end <= token.start)];
  return !match || match.start > token.start;
}

const ADD_NOTHING = ['silent', 'exam-words', 'alternatives'];

/** "Larger than 2 cm", ">3 mm": a size right behind the name, with words of comparison between at most. */
function isSized(behind: number, { tokens, measurements }: Related): boolean {
  const last = Math.min(behind + REACH, tokens.length);
  for (let at = behind; at < last; at += 1) {
    const token = tokens[at];
    if (!token || ENDS.has(token.norm)) return false;
    if (token.kind === 'number') return measurements.some(({ span }) => span[0] <= token.start && token.end <= span[1]);
  }
  return false;
}
const REACH = 4;
const ENDS: ReadonlySet<string> = new Set(['.', ',', ';', ':']);
