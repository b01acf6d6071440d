/** Wing 4, explain: organs that have a state of their own each, in a clause without a verb: "Clear lungs and normal heart". */
import type { Chunk } from './chunk.ts';
import { isAnatomy, isFinding, isListLink } from './chunk-kinds.ts';
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
  return isWhole(head, language) && (opensState(rest, language) || (isComma && endsState(rest, language, head)));
}

function isWhole(head: readonly Chunk[], language: Language): boolean {
  const [state, ...organs] = head;
  if (state && saysState(state, language) && organs.some(isAnatomy) && organs.every((one) => isOfOrgans(one, language)))
    return !isOpenList(organs, language);
  // "enlarged heart", "small effusion on the left"
  const finding = head.findIndex(isFinding);
  return finding >= 0 && head.every((one, at) => at === finding || isBefore(one, language));
}

/** "Enlarged uterus, ovaries(, and tubes normal)": how far the state reaches is not said; not "uterus, ovaries and tubes". */
function isOpenList(organs: readonly Chunk[], language: Language): boolean {
  const comma = organs.findLastIndex(({ text }) => text === ',');
  return comma >= 0 && !organs.slice(comma).some((one) => isListLink(one, language) && one.text !== ',');
}

/** Where the organs end that a clause opens with; they are none where another list goes on: "spleen, kidney". */
function organsTo(chunks: readonly Chunk[], language: Language): number {
  const end = chunks.findIndex((one) => !isOfOrgans(one, language) || saysState(one, language));
  return end < 0 ? chunks.length : end;
}

/** "normal heart", "enlarged left ovary": a state and its organ, and nothing else up to the next comma; not "enlarged ovaries not seen", which may be said of what stands before too */
function opensState([state, ...behind]: readonly Chunk[], language: Language): boolean {
  if (!state || !saysState(state, language)) return false;
  const end = organsTo(behind, language);
  const comma = behind.findIndex(({ text }) => text === ',');
  const own = comma < 0 ? end : Math.min(comma, end);
  if (!behind.slice(0, own).some(isAnatomy)) return false;
  const next = behind[own];
  if (next?.text === ',') return !behind.slice(own + 1, own + 3).some((one) => isSaid(one, language));
  return !next || next.text === '.' || language.lacking.has(next.text.toLowerCase());
}

const isSaid = (chunk: Chunk, language: Language): boolean => isVerb(chunk, language) || isSeen(chunk, language);

/** "left ovary not seen", "spleen normal": an organ, then what is said of it */
function endsState(rest: readonly Chunk[], language: Language, head: readonly Chunk[]): boolean {
  const end = organsTo(rest, language);
  const own = rest.slice(0, end);
  const behind = rest[end];
  if (!behind || !own.some(isAnatomy) || own.some(({ text }) => text === ',')) return false;
  // "spleen and normal kidneys": a state of what follows
  if (saysState(behind, language)) return !namesOrgan(rest.slice(end + 1), language);
  // "enlarged liver, spleen and kidneys ruled out": a finding is, not an organ
  if (head.some(isFinding) && language.participles.has(behind.text.toLowerCase())) return false;
  return behind.kind === 'quantity' || isSaid(behind, language);
}

/** An organ, before a comma or a link */
function namesOrgan(chunks: readonly Chunk[], language: Language): boolean {
  const end = chunks.findIndex((one) => isListLink(one, language) || !isOfOrgans(one, language));
  return (end < 0 ? chunks : chunks.slice(0, end)).some(isAnatomy);
}

const isSeen = ({ kind, text }: Chunk, { denials, participles, passives }: Language): boolean =>
  kind === 'word' && [denials, participles, passives].some((set) => set.has(text.toLowerCase()));
