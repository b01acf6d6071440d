/** Wing 4, explain: organs that have a state of their own each, in a clause without a verb: "Clear lungs and normal heart". */
import type { Chunk } from './chunk.ts';
import { isAnatomy, isFinding } from './chunk-kinds.ts';
import type { Language } from './language.ts';
import { isBefore } from './modifiers.ts';
import { isOfOrgans, saysState } from './predicate-last.ts';
import { isVerb } from './word.ts';

/** Whether what stands before a comma or an "and" is whole, a finding or a state and its organs, and what stands behind says something of other organs. */
export function isStateApart(
  head: readonly Chunk[],
  rest: readonly Chunk[],
  isComma: boolean,
  language: Language,
): boolean {
  return isWhole(head, language) && (opensState(rest, language) || (isComma && endsState(rest, language)));
}

function isWhole(head: readonly Chunk[], language: Language): boolean {
  const [state, ...organs] = head;
  if (state && saysState(state, language) && organs.some(isAnatomy) && organs.every((one) => isOfOrgans(one, language)))
    return true;
  // "enlarged heart", "small effusion on the left"
  const finding = head.findIndex(isFinding);
  return finding >= 0 && head.every((one, at) => at === finding || isBefore(one, language));
}

/** Where the organs end that a clause opens with; they are none where another list goes on: "spleen, kidney". */
function organsTo(chunks: readonly Chunk[], language: Language): number {
  const end = chunks.findIndex((one) => !isOfOrgans(one, language) || saysState(one, language));
  return end < 0 ? chunks.length : end;
}

/** "normal heart", "enlarged left ovary": a state and its organ, and no finding in it */
function opensState([state, ...behind]: readonly Chunk[], language: Language): boolean {
  if (!state || !saysState(state, language)) return false;
  const end = organsTo(behind, language);
  return behind.slice(0, end).some(isAnatomy) && behind[end]?.kind !== 'concept';
}

/** "left ovary not seen", "spleen normal": an organ, then what is said of it */
function endsState(rest: readonly Chunk[], language: Language): boolean {
  const end = organsTo(rest, language);
  const own = rest.slice(0, end);
  const behind = rest[end];
  if (!behind || !own.some(isAnatomy) || own.some(({ text }) => text === ',')) return false;
  return (
    saysState(behind, language) || behind.kind === 'quantity' || isVerb(behind, language) || isSeen(behind, language)
  );
}

const isSeen = ({ kind, text }: Chunk, { denials, participles, passives }: Language): boolean =>
  kind === 'word' && [denials, participles, passives].some((set) => set.has(text.toLowerCase()));
