/** Wing 4, explain, frame: walking a statement from one thing to another, to see whether the words between let one be said of the other. */
import type { Finding, Span } from '../../document.ts';
import { type Match, matchesWithin } from '../../lexicon.ts';
import { tokenAt } from '../../token.ts';
import { type Ground, isUnknown, normAt } from './ground.ts';

/** Whether a finding lies in an organ that the statement names: "in the left breast", "liver with cysts", not "3 cm from the nipple". */
export const liesIn = (organ: Match, finding: Finding, ground: Ground): boolean =>
  organ.start < finding.span[0] ? reaches(organ, finding, ground) : isPlacing(organ, ground);

/** From an organ to a finding behind it: over words that set one in the other, not over "due to" or the end of a list. */
function reaches(organ: Match, { span, assertion }: Finding, ground: Ground): boolean {
  // "the lungs are free of infiltrates"
  const isOfDenial = (at: number): boolean =>
    assertion.presence === 'absent' && isTokenWithin(at, assertion.basis, ground);
  const to = tokenAt(ground.related.tokens, span[0], ground.from, ground.to);
  // "the inguinal node and retroperitoneal mass": two of a list
  let isJoinedOnly = true;
  let isJoined = false;
  for (let at = organ.to; at < to; ) {
    const next = ground.modifierFrom.get(at) ?? ground.organFrom.get(at);
    const finding = ground.findingFrom.get(at);
    const word = normAt(ground, at);
    // "vessels surrounding the lesion"
    if (next && ground.words.determiners.has(normAt(ground, next.to)) && ground.modifierFrom.has(at)) return false;
    if (next) at = next.to;
    else if (finding) {
      isJoinedOnly = false;
      at = tokenAt(ground.related.tokens, finding.span[1], at + 1, ground.to);
    } else if (ground.words.list.has(word)) {
      isJoined ||= word !== ',' && word !== 'the';
      at += 1;
    } else if (ground.words.reaching.has(word) || ground.related.tokens[at]?.kind === 'number' || isOfDenial(at)) {
      isJoinedOnly = false;
      at += 1;
    } else return false;
  }
  return !(isJoined && isJoinedOnly && !endsInOrgan(to, ground));
}

const isTokenWithin = (at: number, spans: readonly Span[], { related: { tokens } }: Ground): boolean => {
  const { start = -1, end = -1 } = tokens[at] ?? {};
  return spans.some(([from, to]) => from <= start && end <= to);
};

/** "liver and spleen lesions": the list is of organs, and ends right before the finding. */
function endsInOrgan(to: number, ground: Ground): boolean {
  for (let at = to; at > ground.from; ) {
    if (ground.organTo.has(at)) return true;
    const next = ground.modifierTo.get(at);
    if (!next) return false;
    at = next.from;
  }
  return false;
}

/** Whether the words before an organ set a thing in it. */
function isPlacing(organ: Match, ground: Ground): boolean {
  for (let at = organ.from; at > ground.from; ) {
    const word = normAt(ground, at - 1);
    const next = ground.modifierTo.get(at) ?? ground.organTo.get(at);
    if (ground.findingTo.has(at) || ground.words.placing.has(word)) return true;
    if (next) at = next.from;
    else if (STEPPED.some((kind) => ground.words[kind].has(word))) at -= 1;
    else return false;
  }
  return true;
}

/** Lists of words that may stand between a thing and the organ it is in. */
const STEPPED = ['list', 'before', 'parts', 'seenPart'] as const;

/** Whether an organ is one more of a list, not a part of the one before it. */
export function isListed(organ: Match, ground: Ground): boolean {
  for (let at = organ.from; at > ground.from; at -= 1) {
    if (ground.organTo.has(at)) return false;
    const word = normAt(ground, at - 1);
    if (ground.words.list.has(word) && word !== ',' && word !== 'the') return true;
  }
  return false;
}

/** Whether the organ before it is a part of it: "the upper pole of the kidney". */
export function isPartOf(organ: Match, ground: Ground): boolean {
  for (let at = organ.from; at > ground.from; at -= 1) {
    if (ground.organTo.has(at)) return false;
    if (ground.words.partOf.has(normAt(ground, at - 1))) return true;
  }
  return false;
}

/** The organ that a size right behind it measures: "pulmonary artery now 33 mm", not "Pancreas: 11 mm cyst". */
export function organMeasured(size: Span, ground: Ground): Match | null {
  const [first, behind] = tokensOf(size, ground);
  for (let at = behind; at < ground.to; ) {
    if (ground.findingFrom.has(at)) return null;
    const next = ground.modifierFrom.get(at) ?? ground.organFrom.get(at);
    if (!next) break;
    at = next.to;
  }
  for (let at = first; at > ground.from; ) {
    const organ = ground.organTo.get(at);
    if (organ) return isSubject(organ, ground) ? organ : null;
    const next = ground.modifierTo.get(at);
    if (next) at = next.from;
    else if (ground.words.measuring.has(normAt(ground, at - 1))) at -= 1;
    else return null;
  }
  return null;
}

/** "the nodule in the left lobe now measures 9 mm" measures the nodule. */
const isSubject = ({ from }: Match, ground: Ground): boolean => ![...ground.findingTo.keys()].some((to) => to <= from);

/** "a tear with 12 mm retraction": the size is of a thing that has no name here; "3 mm communicating artery aneurysm" comes to one. */
export function measuresOther(size: Span, ground: Ground): boolean {
  let isOther = false;
  for (let [, at] = tokensOf(size, ground); at < ground.to; ) {
    const next = ground.modifierFrom.get(at);
    if (ground.findingFrom.has(at) || ground.organFrom.has(at)) return false;
    if (next) at = next.to;
    else if ((isUnknown(ground, at) || isNameAlone(at, ground)) && !ground.words.behindSize.has(normAt(ground, at))) {
      isOther = true;
      at += 1;
    } else break;
  }
  return isOther;
}

/** A name that is neither a finding nor an organ here: "a tear with 1 cm retraction". */
const isNameAlone = (at: number, { related: { matches }, from, to }: Ground): boolean =>
  matchesWithin(matches.concept, from, to).some((match) => match.from === at);

/** Whether a side word is said of a finding: nothing but describing words, organs and small words between them, no other finding. */
export function isBesideSide(finding: Finding, side: string, ground: Ground): boolean {
  const { tokens } = ground.related;
  const [first, behind] = tokensOf(finding.span, ground);
  const all = matchesWithin(ground.related.matches.modifier, ground.from, ground.to);
  return all.some(({ entry, from, to }) => {
    const modifier = ground.knowledge.reading.modifiers[entry];
    if (modifier?.role !== 'side' || modifier.value !== side) return false;
    if (from >= first && to <= behind) return true;
    for (let at = from < first ? to : behind; at < (from < first ? first : from); ) {
      const next = ground.modifierFrom.get(at) ?? ground.organFrom.get(at);
      const word = normAt(ground, at);
      const isSmall = ground.words.list.has(word) || ground.words.before.has(word) || ground.words.placing.has(word);
      if (ground.findingFrom.has(at)) return false;
      if (next) at = next.to;
      else if (isSmall || ground.words.siding.has(word) || tokens[at]?.kind === 'number' || LEVEL.test(word)) at += 1;
      else return false;
    }
    return true;
  });
}

/** "at T7 on the left", "at L4/5 on the right", "left 7th rib" */
const LEVEL = /^(?:[ctls]\d{1,2}|st|nd|rd|th|[/–-])$/;

/** Whether the words between two places are all known, so that one may be said of the other. */
export function isKnownBetween(one: Span, other: Span, ground: Ground): boolean {
  const [low, high] = one[0] < other[0] ? [one, other] : [other, one];
  const from = tokensOf(low, ground)[1];
  const to = tokensOf(high, ground)[0];
  const isPart = (at: number): boolean => ground.words.parts.has(normAt(ground, at));
  for (let at = from; at < to; at += 1) if (isUnknown(ground, at) && !isPart(at)) return false;
  return true;
}

/** Whether one of two things may hold, not both: "scar or atelectasis". */
export function isAlternative(one: Span, other: Span, ground: Ground): boolean {
  const from = tokensOf(one, ground)[1];
  const to = tokensOf(other, ground)[0];
  for (let at = from; at < to; at += 1) if (ground.words.alternatives.has(normAt(ground, at))) return true;
  return false;
}

/** Whether nothing but describing words, organs and what joins a list stands between two findings. */
export function isOneList(one: Span, other: Span, ground: Ground): boolean {
  const { tokens } = ground.related;
  const [, from] = tokensOf(one, ground);
  const to = tokenAt(tokens, other[0], ground.from, ground.to);
  for (let at = from; at < to; ) {
    const next = ground.modifierFrom.get(at) ?? ground.organFrom.get(at);
    const word = normAt(ground, at);
    if (next) at = next.to;
    else if (ground.words.list.has(word) || ground.words.reaching.has(word) || tokens[at]?.kind === 'number') at += 1;
    else return false;
  }
  return true;
}

function tokensOf([start, end]: Span, { related: { tokens }, from, to }: Ground): readonly [number, number] {
  const first = tokenAt(tokens, start, from, to);
  return [first, tokenAt(tokens, end, first, to)];
}
