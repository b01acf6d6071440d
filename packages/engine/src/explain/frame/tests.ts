/** Wing 4, explain, frame: what test was done, and what it was compared with, as claims. */
import type { Span } from '../../document.ts';
import { type Match, matchesWithin } from '../../lexicon.ts';
import { listed } from '../../word-lists.ts';
import type { Claim, NamedTest } from './claim.ts';
import { sideBeside } from './described.ts';
import { isDate } from './figures.ts';
import { placeOf, sideIn } from './place-of.ts';
import type { Scene } from './scene.ts';

const TESTED: ReadonlySet<string> = new Set(['exam', 'technique', 'comparison']);

export function testClaims(scene: Scene): Claim[] {
  const { parts, statement, account } = scene;
  if (!TESTED.has(parts.code) || parts.recommendations.length > 0) return [];
  const named = namedTests(scene);
  if (named.length > 0) return named;
  if (parts.code === 'comparison' && isNone(scene)) {
    account.tell(statement.span);
    return [{ kind: 'no-comparison', at: statement.span[0], basis: [statement.span] }];
  }
  return parts.code === 'exam' ? studyClaims(scene) : [];
}

/** Tests by name, with the part of the body, and what was not done or not given. */
function namedTests(scene: Scene): Claim[] {
  const { related, statement, parts, knowledge, frames, account, ground } = scene;
  const { concepts } = knowledge.reading;
  const all = matchesWithin(related.matches.concept, statement.from, statement.to).filter(({ entry, start }) => {
    const kind = concepts[entry]?.kind;
    const isTest = kind === 'test' || (kind === 'procedure' && parts.code === 'exam');
    return isTest && !account.isTold(start);
  });
  if (all.length === 0) return [];
  // a title says in a few words whether contrast was given: that was read with the study
  const contrasts = knowledge.reading.lists.contrasts ?? [];
  const contrast = parts.code === 'exam' ? related.study.contrast : null;
  const isContrast = ({ entry }: Match): boolean => contrasts.includes(concepts[entry]?.id ?? '');
  const isDone = (match: Match): boolean =>
    contrast !== null && isContrast(match) ? contrast === 'with' : !isDenied(match.start, scene);
  const substances = knowledge.reading.lists.substances ?? [];
  const isGiven = ({ entry }: Match): boolean => substances.includes(concepts[entry]?.id ?? '');
  // "low-dose CT, not a diagnostic CT"
  const done = new Set(all.filter(isDone).map(({ entry }) => entry));
  if (all.some((match) => !isDone(match) && done.has(match.entry))) return [];
  const isBoth = contrast === 'with-and-without' && all.some(isContrast);
  const isNamed = (match: Match): boolean => !(isBoth && isContrast(match));
  const organs = [...ground.organFrom.values()].filter(({ start }) => !account.isTold(start));
  const spans = [...all, ...organs].map(({ start, end }): Span => [start, end]).sort((a, b) => a[0] - b[0]);
  for (const span of spans) account.tell(span);
  for (const { start } of all) for (const span of related.said.words.get(start)?.basis ?? []) account.tell(span);
  if (contrast !== null && all.some(isContrast))
    for (const { start, end } of matchesWithin(related.matches.cue, statement.from, statement.to))
      account.tell([start, end]);
  const dates =
    parts.code === 'comparison' ? account.left(parts.measurements).figures.filter((one) => isDate(one, frames)) : [];
  for (const { span } of dates) account.tell(span);
  const named = ({ entry, plural }: Match): NamedTest => ({ concept: concepts[entry]?.id ?? '', plural });
  return [
    {
      kind: 'tests',
      tests: all.filter((match) => isNamed(match) && isDone(match) && !isGiven(match)).map(named),
      given: all.filter((match) => isNamed(match) && isDone(match) && isGiven(match)).map(named),
      without: all.filter((match) => isNamed(match) && !isDone(match)).map(named),
      isBoth,
      dates,
      places: organs.map((organ) => placeOf(organ, sideBeside(organ, ground), knowledge)),
      at: all[0]?.start ?? 0,
      basis: [...spans, ...dates.map(({ span }) => span)].sort((a, b) => a[0] - b[0]),
    },
  ];
}

/** Denied by a word for it: "without", "not given"; the "resolution" of a scan denies nothing. */
function isDenied(start: number, { related: { said, matches }, statement, knowledge }: Scene): boolean {
  const { cues } = knowledge.reading;
  const own = said.words.get(start);
  return (
    own?.presence === 'absent' &&
    matchesWithin(matches.cue, statement.from, statement.to).some(
      ({ entry, start: from, end }) =>
        NEGATING.has(cues[entry]?.category ?? '') && own.basis.some((span) => span[0] <= from && end <= span[1]),
    )
  );
}
const NEGATING: ReadonlySet<string> = new Set(['negated', 'hedged-negated']);

/** What kind of test a title names, of which parts of the body. */
function studyClaims({ related, statement, knowledge, account }: Scene): Claim[] {
  const { modality, regions, basis } = related.study;
  const [from, to] = statement.span;
  const own = basis.filter(([start, end]) => from <= start && end <= to);
  if (!modality || own.length === 0) return [];
  account.tellWords(statement.span);
  const side = sideIn(related, statement, knowledge);
  return [{ kind: 'study', modality, regions, side, at: from, basis: [statement.span] }];
}

/** "None.", "No prior available": nothing to compare with. */
const isNone = ({ related, knowledge, ground: { from, to } }: Scene): boolean => {
  const words = listed(knowledge.reading, 'no-comparison');
  return related.tokens.slice(from, to).every(({ kind, norm }) => kind === 'mark' || words.has(norm));
};
