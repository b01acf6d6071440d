/** Wing 4, explain, frame: what else stands within a name that is made of an organ and a word behind it: "the heart is mildly enlarged". */
import type { Finding, Span } from '../../document.ts';
import { type Match, matchesWithin } from '../../lexicon.ts';
import type { Describing } from './describing.ts';
import { conceptFrom } from './place-of.ts';
import type { Scene } from './scene.ts';

/** "The heart is | mildly | enlarged": how much, within the name. */
export function withInner(
  own: { readonly words: readonly Describing[]; readonly spans: readonly Span[] },
  { span }: Finding,
  { related, statement, knowledge }: Scene,
): { readonly words: readonly Describing[]; readonly spans: readonly Span[] } {
  if (own.words.some(({ isSeverity }) => isSeverity)) return own;
  const { modifiers } = knowledge.reading;
  const inner = matchesWithin(related.matches.modifier, statement.from, statement.to).find(
    ({ entry, start, end }) => span[0] <= start && end <= span[1] && GRADED.has(modifiers[entry]?.role ?? ''),
  );
  if (!inner) return own;
  const first = related.tokens[inner.from]?.norm;
  const modifier =
    modifiers.find(({ id, role }) => role === 'severity' && id === first) ??
    modifiers.find(({ id, role }) => role === 'severity' && id === modifiers[inner.entry]?.value);
  if (!modifier) return own;
  const word: Describing = {
    id: modifier.id,
    degree: false,
    picks: false,
    isPosition: false,
    isNormal: false,
    isVerdict: false,
    isSeverity: true,
  };
  return { words: [...own.words, word], spans: [...own.spans, [inner.start, inner.end]] };
}

/** Roles of words that may say how much: "mildly", "mildly enlarged". */
const GRADED: ReadonlySet<string> = new Set(['severity', 'abnormal']);

/** "Meniscus is | degenerated but | not torn": words within a name that the name does not hold. */
export function besideIn(finding: Finding, told: readonly Span[], scene: Scene): readonly Span[] {
  const { span } = finding;
  const { related, statement, knowledge } = scene;
  const { matches, tokens } = related;
  const { from, to } = statement;
  const organ = conceptFrom(span[0], related);
  if (!organ || organ.end >= span[1] || knowledge.reading.concepts[organ.entry]?.kind !== 'anatomy') return [];
  const last = lastWithin(finding, scene);
  if (!last) return [];
  const cues = matchesWithin(matches.cue, from, to);
  return tokens.slice(organ.to, last.from).flatMap(({ kind, start, end }, at): readonly Span[] => {
    const isCue = cues.some((cue) => cue.from <= organ.to + at && organ.to + at < cue.to);
    const isTold = told.some((own) => own[0] <= start && end <= own[1]);
    return kind === 'word' && !isCue && !isTold ? [[start, end]] : [];
  });
}

/** The last describing word within a name. */
export const lastWithin = ({ span }: Finding, { related, statement }: Scene): Match | undefined =>
  matchesWithin(related.matches.modifier, statement.from, statement.to).findLast(
    ({ start, end }) => span[0] < start && end <= span[1],
  );
