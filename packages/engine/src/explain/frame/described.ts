/** Wing 4, explain, frame: which finding or organ each modifier of a statement describes. */
import type { Frames } from '@readingscan/knowledge';
import type { Assertion, Finding, Span } from '../../document.ts';
import { type Match, matchesWithin } from '../../lexicon.ts';
import { tokenAt } from '../../token.ts';
import { listed } from '../../word-lists.ts';
import type { Describing } from './describing.ts';
import { type Ground, normAt } from './ground.ts';
import { aspectsOf } from './judged.ts';
import { placeOf, type ToldPlace } from './place-of.ts';
import { isVerdict, targetOf } from './target.ts';

export interface State {
  readonly organs: readonly ToldPlace[];
  readonly states: readonly Describing[];
  /** of what a test is: "MRI of the shoulder" */
  readonly places: readonly ToldPlace[];
  /** what of them is judged: "size", as a word of the language */
  readonly aspects: readonly string[];
  readonly denied: boolean;
  /** said of what the pictures show: "the visualized bones" */
  readonly isSeenPart: boolean;
  readonly span: Span;
  readonly basis: readonly Span[];
}

export interface Described {
  readonly ofFinding: (finding: Finding) => { readonly words: readonly Describing[]; readonly spans: readonly Span[] };
  /** what is denied of a finding that is there: "the aneurysm has not ruptured" */
  readonly deniedOf: (finding: Finding) => { readonly words: readonly Describing[]; readonly spans: readonly Span[] };
  /** modifiers of position before an organ: "anterior liver" */
  readonly ofOrgan: (organ: Match) => { readonly words: readonly Describing[]; readonly spans: readonly Span[] };
  readonly states: readonly State[];
  /** the words that are told so */
  readonly told: readonly Span[];
  /** something is denied of a thing that is there, and no sentence says so */
  readonly isDenialLost: boolean;
}

export function describedIn(ground: Ground, frames: Frames): Described {
  const { related, knowledge } = ground;
  const { modifiers } = knowledge.reading;
  const byFinding = new Map<Finding, Own>();
  const byOrgan = new Map<number, Own>();
  const denials = new Map<Finding, Own>();
  const states: { organs: readonly Match[]; words: Describing[]; denied: boolean; spans: Span[]; own: Match[] }[] = [];
  const told: Span[] = [];
  let isDenialLost = false;
  for (const match of ground.modifiers) {
    const modifier = modifiers[match.entry];
    const said = related.said.words.get(match.start);
    if (!modifier || !said || (modifier.role === 'side' && modifier.value !== 'midline')) continue;
    const span: Span = [match.start, match.end];
    // "slightly larger than before": the change is slight
    if (DEGREES.has(modifier.role) && isWithinChange(match, ground)) continue;
    // "mitral and tricuspid regurgitation": said of a part of the name, and of something else
    isDenialLost ||= isHalf(match, ground);
    const target = targetOf(match, modifier.role, said.presence === 'absent', ground);
    if (!target) {
      isDenialLost ||= said.presence === 'absent';
      continue;
    }
    const word: Describing = {
      id: modifier.id,
      degree: DEGREES.has(modifier.role) && isDescribing(ground.modifierFrom.get(match.to), ground),
      picks: ground.words.picking.has(modifier.id),
      isPosition: modifier.role === 'position',
      isNormal: modifier.role === 'normal',
      isVerdict: isVerdict(match, ground),
      isSeverity: modifier.role === 'severity',
    };
    const organ = modifier.role === 'position' ? organRightBehind(match, ground) : null;
    if (organ) {
      add(byOrgan, organ.from, word, span);
      continue;
    }
    if (target.kind === 'finding') {
      // behind its noun a modifier may be denied or doubted by itself
      const { presence, certainty } = target.finding.assertion;
      // "no mass, benign" does not deny a benign one alone
      if (!target.before && presence === 'absent' && normAt(ground, match.from - 1) === ',') continue;
      if (!target.before && (said.presence !== presence || said.certainty !== certainty)) {
        if (isDeniedOf(said, target.finding) && DENIABLE.has(modifier.role)) {
          add(denials, target.finding, word, span);
          for (const own of said.basis) add(denials, target.finding, null, own);
          told.push(span, ...said.basis);
        } else isDenialLost ||= said.presence === 'absent';
        continue;
      }
      add(byFinding, target.finding, word, span);
      if (word.degree || word.isSeverity)
        for (const other of sharingWith(match.to, ground)) add(byFinding, other, word, span);
      told.push(span);
    } else {
      const denied = said.presence === 'absent';
      if (said.temporality !== 'current' || (!denied && said.certainty !== 'definite')) continue;
      const same = states.find((one) => one.organs[0] === target.organs[0] && one.denied === denied);
      told.push(...said.basis);
      if (same) {
        same.words.push(word);
        same.spans.push(span);
        same.own.push(match);
      } else states.push({ organs: target.organs, words: [word], denied, spans: [span], own: [match] });
      told.push(span, ...target.organs.map(({ start, end }): Span => [start, end]));
    }
  }
  return {
    ofFinding: (finding) => byFinding.get(finding) ?? NOTHING,
    deniedOf: (finding) => denials.get(finding) ?? NOTHING,
    ofOrgan: ({ from }) => byOrgan.get(from) ?? NOTHING,
    states: states.map(({ organs, words, denied, spans, own }) => {
      const aspects = aspectsOf(organs, own, words, frames, ground);
      const places = placesOfTest(organs, ground);
      const seen = [...organs, ...places].flatMap(({ start }): readonly Span[] => {
        const own = seenBeside(start, ground);
        return own ? [own] : [];
      });
      told.push(...seen, ...aspects.spans, ...places.map(({ start, end }): Span => [start, end]));
      const basis = [
        ...spans,
        ...seen,
        ...aspects.spans,
        ...[...organs, ...places].map(({ start, end }): Span => [start, end]),
      ].sort((a, b) => a[0] - b[0]);
      // "no suspicious lymph node": of any
      const isOfAny = denied && words.some(({ isVerdict }) => isVerdict);
      return {
        organs: organs.map((match) =>
          placeOf(
            isOfAny ? { ...match, plural: true } : match,
            sideBeside(match, ground) ?? onlyBilateral(ground),
            knowledge,
          ),
        ),
        places: places.map((place) => placeOf(place, sideBeside(place, ground), knowledge)),
        states: aspects.states,
        aspects: aspects.names,
        denied,
        isSeenPart: seen.length > 0 || basis.some(([start]) => seenBeside(start, ground) !== null),
        span: [basis[0]?.[0] ?? 0, Math.max(...basis.map(([, end]) => end))],
        basis,
      };
    }),
    told,
    isDenialLost,
  };
}

/** "mild mitral and tricuspid regurgitation": what else is mild. */
function sharingWith(from: number, { related, findingFrom, modifierTo, knowledge, to }: Ground): readonly Finding[] {
  const found: Finding[] = [];
  let isShared = related.sharers.has(from);
  for (let at = from + 1; isShared && at < to; at += 1) {
    const finding = findingFrom.get(at);
    if (!finding) continue;
    const own = modifierTo.get(at);
    if (own && DEGREES.has(knowledge.reading.modifiers[own.entry]?.role ?? '')) return found;
    found.push(finding);
    isShared = related.sharers.has(at);
  }
  return found;
}

export const isWithinChange = (
  { from, to }: Match,
  { related: { matches }, from: first, to: behind }: Ground,
): boolean => matchesWithin(matches.change, first, behind).some((change) => change.from <= from && to < change.to);

/** Roles of words that say how much of the next one. */
const DEGREES: ReadonlySet<string> = new Set(['severity', 'extent']);

/** A modifier that is no side. */
const isDescribing = (match: Match | undefined, { knowledge }: Ground): boolean =>
  match !== undefined && knowledge.reading.modifiers[match.entry]?.role !== 'side';

interface Own {
  readonly words: Describing[];
  readonly spans: Span[];
}
const NOTHING: Own = { words: [], spans: [] };

function add<K>(all: Map<K, Own>, key: K, word: Describing | null, span: Span): void {
  const own = all.get(key) ?? { words: [], spans: [] };
  if (word) own.words.push(word);
  own.spans.push(span);
  all.set(key, own);
}

/** Plainly denied now of what is plainly there. */
const isDeniedOf = (said: Assertion, { assertion }: Finding): boolean =>
  said.presence === 'absent' &&
  said.certainty === 'excluded' &&
  said.temporality === 'current' &&
  assertion.presence === 'present' &&
  assertion.certainty === 'definite' &&
  assertion.temporality === 'current';
/** Roles of what a thing may be said not to be. */
const DENIABLE: ReadonlySet<string> = new Set(['abnormal', 'texture', 'status', 'density', 'flow', 'size']);

/** "proximal ureteral stone": the ureter is proximal. */
function organRightBehind({ to }: Match, ground: Ground): Match | null {
  const next = ground.modifierFrom.get(to);
  return ground.organFrom.get(to) ?? (next ? organRightBehind(next, ground) : null);
}

/** "X and FINDING", where the finding's name begins right behind the word that joins. */
const isHalf = ({ to }: Match, ground: Ground): boolean =>
  ground.words.list.has(normAt(ground, to)) &&
  normAt(ground, to) !== ',' &&
  !ground.words.determiners.has(normAt(ground, to)) &&
  ground.findingFrom.has(to + 1);

/** "the lungs are clear bilaterally" */
function onlyBilateral({ modifiers, knowledge }: Ground): ToldPlace['laterality'] {
  const sides = modifiers.flatMap(({ entry }) => {
    const modifier = knowledge.reading.modifiers[entry];
    return modifier?.role === 'side' ? [modifier.value] : [];
  });
  return sides.length > 0 && sides.every((side) => side === 'bilateral') ? 'bilateral' : null;
}

/** "MRI of | the left shoulder" */
function placesOfTest(organs: readonly Match[], ground: Ground): readonly Match[] {
  const [test, more] = organs;
  if (!test || more || ground.testFrom.get(test.from) !== test || !ground.words.partOf.has(normAt(ground, test.to)))
    return [];
  let at = test.to + 1;
  while (at < ground.to && (ground.words.determiners.has(normAt(ground, at)) || ground.modifierFrom.has(at)))
    at = ground.modifierFrom.get(at)?.to ?? at + 1;
  const place = ground.organFrom.get(at);
  return place ? [place] : [];
}

/** The word that says both sides right before an organ. */
export function eitherBefore({ from }: Match, ground: Ground): Span | null {
  const token = from > ground.from ? ground.related.tokens[from - 1] : undefined;
  return token && listed(ground.knowledge.reading, 'both-sides').has(token.norm) ? [token.start, token.end] : null;
}

/** Lists of words that may stand between a word of what is seen and its organ. */
const SEEN_OVER = ['list', 'parts', 'partOf'] as const;

/** "the visualized left kidney", "visualized portions of the liver": right before, over other describing words. */
export function seenBeside(start: number, ground: Ground): Span | null {
  const { tokens } = ground.related;
  // "visualized | portions": both keep what is said to them
  const seenAt = (at: number): Span | null => {
    // "no fracture visualized, and the lungs are clear"
    if (!ground.words.seenPart.has(normAt(ground, at)) || ground.words.list.has(normAt(ground, at + 1))) return null;
    const last = ground.words.seenPortions.has(normAt(ground, at + 1)) ? at + 1 : at;
    return [tokens[at]?.start ?? 0, tokens[last]?.end ?? 0];
  };
  const first = tokenAt(tokens, start, ground.from, ground.to);
  const own = seenAt(first);
  if (own) return own;
  for (let at = first; at > ground.from; ) {
    const before = seenAt(at - 1);
    if (before) return before;
    const next = ground.modifierTo.get(at) ?? ground.organTo.get(at);
    if (next) at = next.from;
    else if (SEEN_OVER.some((kind) => ground.words[kind].has(normAt(ground, at - 1)))) at -= 1;
    else return null;
  }
  return null;
}

/** The side that stands right before or behind an organ, both for "either". */
export function sideBeside(organ: Match, ground: Ground): ToldPlace['laterality'] {
  if (eitherBefore(organ, ground)) return 'bilateral';
  for (const match of [ground.modifierTo.get(organ.from), ground.modifierFrom.get(organ.to)]) {
    const modifier = match && ground.knowledge.reading.modifiers[match.entry];
    const value = modifier?.role === 'side' ? modifier.value : undefined;
    if (value === 'left' || value === 'right' || value === 'bilateral' || value === 'midline') return value;
  }
  return null;
}
