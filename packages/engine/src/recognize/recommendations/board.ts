/** Wing 2, recognize: a meeting of several specialists that a person is referred to: "discussion at the lung MDT". */
import type { ReadingKnowledge } from '@readingscan/knowledge';
import { boardWords } from '../../board-words.ts';
import type { Recommendation } from '../../document.ts';
import { longestForm } from '../../search.ts';
import type { Token } from '../../token.ts';
import type { Item } from './items.ts';
import type { Target } from './targets.ts';

/** Words between a referral and the meeting it is to: "discussion at the". */
const REACH = 5;

/** "For UGI MDT": of the words for what a meeting is for, one is a test elsewhere. */
export function namesBoard(
  items: readonly Item[],
  { from, to, modality }: Target,
  text: string,
  tokens: readonly Token[],
  reading: ReadingKnowledge,
): boolean {
  const [first, last] = [items[from], items[to - 1]];
  if (modality === null || !first || !last) return false;
  const vocabulary = boardWords(reading);
  const name = longestForm(vocabulary, text, tokens, last.to, tokens.length);
  if (!name || name.value.kind !== null) return false;
  for (let at = first.from; at < last.to; at += 1) {
    const kind = longestForm(vocabulary, text, tokens, at, last.to);
    if (kind && kind.to === last.to && kind.value.kind !== null) return true;
  }
  return false;
}

/** What stands right before the name of the meeting is what it is for. `beside`: what else the clause asks for. */
export function boardOf(
  items: readonly Item[],
  { from, to, action }: Target,
  beside: readonly Target[],
  end: number,
  text: string,
  tokens: readonly Token[],
  reading: ReadingKnowledge,
): Recommendation['board'] {
  if (action !== 'referral') return undefined;
  const vocabulary = boardWords(reading);
  // "surgical opinion and discussion at the MDT": the meeting is of the second
  const next = beside.find((one) => one.from >= to && isJoined(items, to, one.from));
  const before = beside.findLast((one) => one.to <= from && isJoined(items, one.to, from));
  const opens = items[from]?.from ?? 0;
  const last = items[Math.min(end, to + REACH, next?.from ?? end) - 1]?.to ?? 0;
  let kind: { readonly is: string; readonly to: number } | null = null;
  for (let at = before || tokens[opens - 1]?.norm === ',' ? opens : Math.max(0, opens - 2); at < last; ) {
    const tag = longestForm(vocabulary, text, tokens, at, last);
    if (!tag) {
      if (tokens[at]?.norm === ',') kind = null;
      at += 1;
      continue;
    }
    if (tag.value.kind === null) return { kind: kind?.to === at ? kind.is : null };
    kind = { is: tag.value.kind, to: tag.to };
    at = tag.to;
  }
  return undefined;
}

const JOINS: ReadonlySet<string> = new Set(['and', ',', '&', '/', 'or', '+']);
const isJoined = (items: readonly Item[], from: number, to: number): boolean =>
  items.slice(from, to).some(({ norm }) => JOINS.has(norm));
