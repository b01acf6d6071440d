/** Wing 3, relate, checks: a change is told though nothing was there to compare with. */
import { EMPTY_LIST } from '../../alike.ts';
import { datesIn } from '../../dates.ts';
import type { Span } from '../../document.ts';
import { tagsIn } from '../../search.ts';
import type { Told } from '../outline.ts';
import { CLAIM, EMPTY, LONG, UNCOMPARED, WITHIN } from '../word-kinds.ts';
import { type Clash, holds, type Scene, spanOf, wordsIn } from './scene.ts';

export function comparisonClashes(scene: Scene): readonly Clash[] {
  for (const item of scene.impression) {
    const claim = claimIn(scene, item);
    if (!claim) continue;
    const none = noComparison(scene);
    return none ? [{ kind: 'comparison-mismatch', basis: [none, claim] }] : [];
  }
  return EMPTY_LIST;
}

/** "Comparison: none", "no prior studies", "this is a baseline study", and nothing else was compared. */
function noComparison(scene: Scene): Span | null {
  for (const told of scene.outline.statements) {
    if (told.code === 'impression') continue;
    const said = wordsIn(scene, scene.words.comparison, told, UNCOMPARED);
    const none = said.find(({ value }) => value.has('none'));
    const span = none ? spanOf(scene, none.from, none.to) : (emptyLabel(scene, told) ?? firstOfAll(scene, told));
    if (!span || saysBut(scene, told) || hasDate(scene, told)) continue;
    if (!nextCompares(scene, told)) return span;
  }
  return null;
}

/** Another examination told of in the same section: "No previous CT. Radiograph from June is reviewed." */
function nextCompares(scene: Scene, told: Told): boolean {
  if (told.code !== 'comparison') return false;
  const { section } = told.statement;
  return scene.outline.statements.some(
    (one) => one !== told && one.statement.section === section && (hasDate(scene, one) || saysBut(scene, one)),
  );
}

const saysBut = ({ recognized, words }: Scene, { statement: { from, to } }: Told): boolean =>
  tagsIn(words.comparison, recognized.source.text, recognized.tokens, from, to).some(({ value }) => value.has('but'));

const hasDate = ({ recognized, outline }: Scene, { statement: { from, to } }: Told): boolean =>
  datesIn(recognized.tokens.slice(from, to), outline.knowledge.reading.documents.study.calendar.months).length > 0;

/** "Comparison: first MRI.", "Comparison: no." */
function firstOfAll({ recognized, words }: Scene, told: Told): Span | null {
  if (told.code !== 'comparison') return null;
  const { tokens, source } = recognized;
  const { from, to, span } = told.statement;
  if (tokens[from]?.norm === 'no' && to - from <= 2) return span;
  return tagsIn(words.firsts, source.text, tokens, from, to).length > 0 ? span : null;
}

/** "Comparison: nil." as a section of its own or inside a line. */
function emptyLabel(scene: Scene, told: Told): Span | null {
  const { recognized, words, outline } = scene;
  const { tokens, source } = recognized;
  const { from, to } = told.statement;
  const own = told.code === 'comparison';
  const ahead = own ? from : Math.max(0, from - 3);
  let mayBe = false;
  for (let at = ahead; at < to; at += 1) mayBe ||= ((outline.kinds[at] ?? 0) & EMPTY) !== 0;
  if (!mayBe) return null;
  const said = tagsIn(words.empty, source.text, tokens, ahead, to);
  const first = said[0];
  if (own && first?.value.has('empty') && first.from === from) return spanOf(scene, first.from, first.to);
  for (const [i, tag] of said.entries()) {
    const next = said[i + 1];
    const labelled =
      tag.value.has('label') && tokens[tag.to]?.norm === ':' && next?.value.has('empty') && next.from === tag.to + 1;
    if (labelled && next) return spanOf(scene, next.from, next.to);
  }
  return null;
}

function claimIn(scene: Scene, item: Told): Span | null {
  const { measurements } = scene.recognized;
  const isNew = item.findings.some(({ change }) => change?.direction === 'new');
  const closing = closingWord(scene, item);
  const mayClaim = isNew || closing !== null || (item.words & (CLAIM | LONG)) !== 0 || measurements.length > 0;
  if (!mayClaim || holds(scene, scene.words.within, item, WITHIN)) return null;
  const claim = wordsIn(scene, scene.words.comparison, item, CLAIM).find(({ value }) => value.has('claim'));
  if (claim && isSupposed(scene, item, claim.from)) return null;
  if (claim) return spanOf(scene, claim.from, claim.to);
  if (closing) return closing;
  for (const { change, assertion } of item.findings)
    if (change?.direction === 'new' && assertion.presence === 'present') return change.basis[0] ?? null;
  const [start, end] = item.statement.span;
  const earlier = measurements.find(({ role, span }) => role !== 'current' && span[0] >= start && span[1] <= end);
  if (earlier) return earlier.span;
  return item.recommendations.length > 0 || (item.words & LONG) === 0 ? null : overTime(scene, item);
}

/** "Lesion of the liver, stable." Not "fracture, stable": it may be so in itself. */
function closingWord(scene: Scene, { statement: { from, to }, findings }: Told): Span | null {
  const { recognized, words } = scene;
  const { tokens } = recognized;
  const last = tokens[to - 1]?.kind === 'mark' ? to - 2 : to - 1;
  if (last <= from + 1 || tokens[last - 1]?.norm !== ',' || !words.closing.has(tokens[last]?.norm ?? '')) return null;
  const isSteady = findings.some(({ concept }) => words.steady.has(words.kindOf.get(concept) ?? concept));
  return findings.length === 0 || isSteady ? null : spanOf(scene, last, last + 1);
}

const SUPPOSING: ReadonlySet<string> = new Set(['if', 'unless', 'should', 'when', 'once']);

/** "If it has increased at three months, biopsy": no change is told. */
const isSupposed = ({ recognized: { tokens } }: Scene, { statement: { from } }: Told, at: number): boolean =>
  SUPPOSING.has(tokens[from]?.norm ?? '') && tokens.slice(from, at).every(({ norm }) => norm !== ',');

const OVER: ReadonlySet<string> = new Set(['over', 'for', 'in', 'within']);

/** "Stable over five years", "increase of 4 mm in one year", where the item tells of a change. */
function overTime(scene: Scene, { statement: item }: Told): Span | null {
  const { recognized, outline } = scene;
  const { numbers } = outline.knowledge.reading.documents.recommendations;
  const changed = recognized.matches.change.some(({ from, to }) => from >= item.from && to <= item.to);
  if (!changed) return null;
  for (let at = item.from; at + 2 < item.to; at += 1) {
    if (((outline.kinds[at + 2] ?? 0) & LONG) === 0) continue;
    const [over, number] = [recognized.tokens[at], recognized.tokens[at + 1]];
    if (!over || !number || !OVER.has(over.norm)) continue;
    if (number.kind === 'number' || numbers[number.norm] !== undefined) return spanOf(scene, at, at + 3);
  }
  return null;
}
