/** Wing 4, explain, frame: what a describing word is said of: the finding or the organs beside it. */
import { conceptsById } from '../../concepts-by-id.ts';
import type { Finding } from '../../document.ts';
import type { Match } from '../../lexicon.ts';
import { type Ground, isUnknown, normAt } from './ground.ts';

export type Target =
  | { readonly kind: 'finding'; readonly finding: Finding; readonly before: boolean }
  | { readonly kind: 'organs'; readonly organs: readonly Match[] };

/** `isDenied`: "no suspicious lymph nodes" is said of the nodes, where nothing else is named. */
export function targetOf(match: Match, role: string, isDenied: boolean, ground: Ground): Target | null {
  // "partly imaged", "negative for fracture", "clear of disease": said of what comes behind
  const opens =
    isUnknown(ground, match.to) ||
    ground.changeFrom.has(match.to) ||
    (role === 'normal' && ground.words.completing.has(normAt(ground, match.to)));
  if (role === 'normal')
    return (
      (opens || isOfShown(match, ground) ? null : organsBefore(match, role, ground)) ??
      organsBehind(match, ground) ??
      (opens ? null : deviceBefore(match, ground))
    );
  if (role === 'side') return organsBefore(match, role, ground);
  const isDegree = role === 'severity' && !ground.modifierFrom.has(match.to);
  return (
    findingBehind(match, ground) ??
    (opens ? null : (findingBefore(match, ground) ?? findingListed(match, ground))) ??
    (opens || role !== 'status' ? null : findingSetApart(match, ground)) ??
    (opens || isDegree || OF_THINGS.has(role) ? null : organsBefore(match, role, ground)) ??
    ((role === 'abnormal' || (isDenied && isVerdict(match, ground))) && ground.findingFrom.size === 0
      ? organsBehind(match, ground)
      : null)
  );
}

/** "The CT shows a normal | left kidney", "ultrasound of the abdomen shows normal | echogenicity of the liver": said of what the test shows. */
function isOfShown({ from, to }: Match, ground: Ground): boolean {
  let at = from;
  while (at > ground.from && ground.words.determiners.has(normAt(ground, at - 1))) at -= 1;
  const next = ground.modifierFrom.get(to)?.to ?? to;
  const isNamed = ground.organFrom.has(next) || ground.aspectFrom.has(next);
  return isNamed && ground.words.showing.has(normAt(ground, at - 1)) && endsInTest(at - 1, ground);
}

/** "chest X-ray", "MRI of the left knee" */
function endsInTest(to: number, ground: Ground): boolean {
  if (ground.testTo.has(to)) return true;
  let at = ground.organTo.get(to)?.from ?? ground.from;
  at = ground.modifierTo.get(at)?.from ?? at;
  while (at > ground.from && ground.words.determiners.has(normAt(ground, at - 1))) at -= 1;
  return ground.words.partOf.has(normAt(ground, at - 1)) && ground.testTo.has(at - 1);
}

/** "suspicious": what an organ may be said not to be. */
export const isVerdict = ({ entry }: Match, { knowledge: { reading }, words }: Ground): boolean =>
  words.verdicts.has(reading.modifiers[entry]?.id ?? '');

/** Roles that say nothing of an organ by themselves. */
const OF_THINGS: ReadonlySet<string> = new Set(['count', 'acuity', 'distribution']);
/** Roles that are said of an organ behind a colon: "Spleen: enlarged". */
const OF_LABELS: ReadonlySet<string> = new Set(['normal', 'abnormal', 'size']);

const OF_SIZES: ReadonlySet<string> = new Set(['x', 'mm', 'cm']);

/** "small left pleural effusion": over further modifiers, organs and figures. */
function findingBehind(match: Match, ground: Ground): Target | null {
  let isPastOrgan = false;
  let isPastComma = false;
  for (let at = match.to; at < ground.to; ) {
    const finding = ground.findingFrom.get(at);
    // "Mass: 18 mm, solid, bright foci": the mass is solid
    if (finding)
      return isPastComma && isListedBehind(match, ground) ? null : { kind: 'finding', finding, before: true };
    const organ = ground.organFrom.get(at);
    const next = organ ?? ground.modifierFrom.get(at);
    isPastOrgan ||= organ !== undefined;
    isPastComma ||= normAt(ground, at) === ',';
    if (next) at = next.to;
    // "unfolded aorta, calcification": the aorta is unfolded; "surrounding the lesion"
    else if (isPastOrgan || ground.words.determiners.has(normAt(ground, at))) return null;
    else if (ground.words.before.has(normAt(ground, at)) || ground.related.tokens[at]?.kind === 'number') at += 1;
    else return null;
  }
  return null;
}

/** "Nodule 1: left lobe, 18 mm, solid, bright foci" */
function findingListed(match: Match, ground: Ground): Target | null {
  if (normAt(ground, match.to) !== ',' || !isListedBehind(match, ground)) return null;
  const to = Math.max(...[...ground.findingTo.keys()].filter((end) => end <= match.from));
  const finding = ground.findingTo.get(to);
  return finding ? { kind: 'finding', finding, before: false } : null;
}

/** Behind a finding and a comma or colon, with nothing but figures, sides, places and describing words between, each set apart. */
function isListedBehind({ from }: Match, ground: Ground): boolean {
  let isSetApart = false;
  for (let at = from; at > ground.from; ) {
    if (ground.findingTo.has(at)) return isSetApart;
    const next = ground.modifierTo.get(at) ?? ground.organTo.get(at);
    const mark = normAt(ground, at - 1);
    isSetApart ||= mark === ',' || mark === ':';
    if (next) at = next.from;
    else if (mark === ',' || mark === ':' || ground.related.tokens[at - 1]?.kind === 'number' || OF_SIZES.has(mark))
      at -= 1;
    else return false;
  }
  return false;
}

/** "the nodule is well defined and calcified" */
function findingBefore(match: Match, ground: Ground): Target | null {
  for (let at = match.from; at > ground.from; ) {
    const finding = ground.findingTo.get(at);
    if (finding) return { kind: 'finding', finding, before: false };
    const next = ground.modifierTo.get(at);
    if (next) at = next.from;
    else if (ground.words.behind.has(normAt(ground, at - 1))) at -= 1;
    else return null;
  }
  return null;
}

/** "The tube is in good position", "tube in good position" */
function deviceBefore(match: Match, ground: Ground): Target | null {
  const target = findingBefore(match, ground);
  const isDevice =
    target?.kind === 'finding' && conceptsById(ground.knowledge).get(target.finding.concept)?.kind === 'device';
  return isDevice ? target : null;
}

/** "14 mm mass in the right breast, highly suspicious": the one thing of a statement, judged behind a comma. */
function findingSetApart({ from, to }: Match, ground: Ground): Target | null {
  const [only, more] = [...ground.findingTo];
  const isLast = to === ground.to || /^[.;,]$/.test(normAt(ground, to));
  const before = normAt(ground, from - 1) === 'not' ? from - 2 : from - 1;
  if (!only || more || only[0] > from || !isLast || !/^[,:–—]$/.test(normAt(ground, before))) return null;
  // "no mass, benign" does not deny a benign one alone
  if (only[1].assertion.presence !== 'present') return null;
  return { kind: 'finding', finding: only[1], before: false };
}

/** "the liver and spleen are normal", "Liver: normal" */
function organsBefore(match: Match, role: string, ground: Ground): Target | null {
  // "Heart normal", "right ureter not dilated"
  let isLinked = OF_LABELS.has(role) && (ground.organTo.has(match.from) || ground.testTo.has(match.from));
  for (let at = match.from; at > ground.from; ) {
    const organ = ground.organTo.get(at) ?? (role === 'normal' ? ground.testTo.get(at) : undefined);
    if (organ) return isLinked ? { kind: 'organs', organs: listBefore(organ, ground) } : null;
    // "stable and within normal limits": that it is stable is told by itself
    const next = ground.modifierTo.get(at) ?? ground.aspectTo.get(at) ?? ground.changeTo.get(at);
    const word = normAt(ground, at - 1);
    if (next) at = next.from;
    else if (ground.words.behind.has(word)) {
      isLinked ||= ground.words.link.has(word) || (word === ':' && OF_LABELS.has(role));
      at -= 1;
    } else if (role === 'normal' && (ground.related.tokens[at - 1]?.kind === 'number' || OF_SIZES.has(word))) {
      // "Right ovary: 1.9 x 1.2 cm, normal"
      isLinked = true;
      at -= 1;
    } else return null;
  }
  return null;
}

/** The organs of a list that ends with one. */
export function listBefore(last: Match, ground: Ground): readonly Match[] {
  const organs = [last];
  let isPastComma = false;
  for (let at = last.from; at > ground.from; ) {
    const organ = ground.organTo.get(at);
    const side = ground.modifierTo.get(at);
    if (organ) {
      if (isPastComma && isPlaced(organ, ground)) break;
      organs.unshift(organ);
      at = organ.from;
    } else if (side) at = side.from;
    else if (ground.words.list.has(normAt(ground, at - 1))) {
      isPastComma ||= normAt(ground, at - 1) === ',';
      at -= 1;
    } else break;
  }
  return organs;
}

/** "no fracture in the vertebrae, | and the heights are preserved" */
function isPlaced({ from }: Match, ground: Ground): boolean {
  let at = from;
  while (
    at > ground.from &&
    (ground.modifierTo.has(at) || STEPPED.some((kind) => ground.words[kind].has(normAt(ground, at - 1))))
  )
    at = ground.modifierTo.get(at)?.from ?? at - 1;
  return at > ground.from && (normAt(ground, at - 1) === 'in' || normAt(ground, at - 1) === 'within');
}
/** Lists of words that may stand between "in" and an organ. */
const STEPPED = ['determiners', 'seenPart'] as const;

/** "normal liver and spleen" */
function organsBehind(match: Match, ground: Ground): Target | null {
  const organs: Match[] = [];
  let end = match.to;
  for (let at = match.to; at < ground.to; ) {
    const organ = ground.organFrom.get(at) ?? ground.testFrom.get(at);
    const side = ground.modifierFrom.get(at) ?? ground.aspectFrom.get(at);
    if (organ) {
      // "normal left ventricular perfusion": one thing under two names
      if (end === at && organs.length > 0) return null;
      organs.push(organ);
      at = organ.to;
      end = at;
    } else if (side) at = side.to;
    else if (
      ground.words.list.has(normAt(ground, at)) ||
      (organs.length === 0 && ground.words.before.has(normAt(ground, at)))
    )
      at += 1;
    else break;
  }
  return organs.length > 0 && !ground.findingFrom.has(end) ? { kind: 'organs', organs } : null;
}
