/** Wing 3, relate: a part of the body that the scan did not show: "ovaries not visualized, no mass", "C1 to C6 only, T1 not seen". */
import type { Finding } from '../document.ts';
import { matchesWithin } from '../lexicon.ts';
import { phraseAt } from '../search.ts';
import type { Knowledge, Recognized, SegmentedStatement } from '../stages.ts';
import { phraseTrie, type Trie } from '../trie.ts';
import { listed } from '../word-lists.ts';
import { UNSEEN } from './word-kinds.ts';

/** Whether a clause says of nothing but a part of the body that it was not seen: what is denied beside it was not looked at there. */
export function holdsUnseen(
  recognized: Recognized,
  { from, to }: SegmentedStatement,
  findings: readonly Finding[],
  knowledge: Knowledge,
): boolean {
  const { tokens } = recognized;
  const forms = unseenForms(knowledge);
  // "but" opens a clause of its own
  const opens = listed(knowledge.reading, 'contrasting');
  let clause = from;
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (!token) break;
    if (ENDS.has(token.norm) || opens.has(token.norm)) clause = at + 1;
    if (at <= clause || (token.word.kinds & UNSEEN) === 0 || !phraseAt(forms, tokens, at, to)) continue;
    if (namesPlace(recognized, clause, at, findings, knowledge)) return true;
  }
  return false;
}
const ENDS: ReadonlySet<string> = new Set([',', ';', '.', ':']);

/** A part of the body or a level of the spine, and no finding. */
function namesPlace(
  { tokens, matches }: Recognized,
  from: number,
  to: number,
  findings: readonly Finding[],
  { reading }: Knowledge,
): boolean {
  const [start, end] = [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0];
  if (findings.some(({ span }) => span[0] < end && start < span[1])) return false;
  return (
    matchesWithin(matches.concept, from, to).some(({ entry }) => reading.concepts[entry]?.kind === 'anatomy') ||
    tokens.slice(from, to).some(({ norm }) => LEVEL.test(norm))
  );
}
const LEVEL = /^[ctls]\d{1,2}$/;

const cache = new WeakMap<object, Trie<true>>();

function unseenForms({ reading }: Knowledge): Trie<true> {
  let forms = cache.get(reading);
  if (!forms) {
    forms = phraseTrie(reading.documents.fine.unseen, reading.spelling);
    cache.set(reading, forms);
  }
  return forms;
}
