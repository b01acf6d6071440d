/** Wing 3, relate: which statements say only that something is as it should be. When in doubt, a statement is none of them. */
import { conceptsById } from '../concepts-by-id.ts';
import type { Finding, Span } from '../document.ts';
import { type Match, matchesWithin } from '../lexicon.ts';
import { firstNotBefore } from '../order.ts';
import type { Knowledge, Recognized, Related, SegmentedStatement } from '../stages.ts';
import { wordClasses } from './assertion/word-classes.ts';
import { assertTargets } from './assertion.ts';
import { uncontradicted } from './contradicted.ts';
import { missingIn } from './missing.ts';
import { isUnclear, seamsOf } from './seams.ts';
import { holdsUnseen } from './unseen.ts';

interface FineWords {
  readonly plainRoles: ReadonlySet<string>;
  readonly plainModifiers: ReadonlySet<string>;
  readonly features: ReadonlySet<string>;
  readonly spoilers: ReadonlySet<string>;
  readonly limits: ReadonlySet<string>;
  readonly doubts: ReadonlySet<string>;
  readonly wanted: ReadonlySet<string>;
  readonly manners: ReadonlySet<string>;
  readonly anything: ReadonlySet<string>;
  readonly phrases: ReadonlySet<string>;
  readonly wantedFindings: ReadonlySet<string>;
}

const cache = new WeakMap<object, FineWords>();

function fineWords({ reading }: Knowledge): FineWords {
  let words = cache.get(reading);
  if (!words) {
    const { fine } = reading.documents;
    words = {
      plainRoles: new Set(fine.plainRoles),
      plainModifiers: new Set(fine.plainModifiers),
      features: new Set(fine.features),
      spoilers: new Set(fine.spoilers),
      limits: new Set(fine.limits),
      doubts: new Set(fine.doubts),
      wanted: new Set(fine.wanted),
      manners: new Set(fine.manners),
      anything: new Set(fine.anything),
      phrases: new Set(fine.phrases),
      wantedFindings: new Set(fine.wantedFindings),
    };
    cache.set(reading, words);
  }
  return words;
}

/** Spans of one statement by what has to be said of them. */
interface Weighed {
  /** must be affirmed: normal, clear; and what should be there: flow, healing */
  readonly affirmed: Span[];
  /** must be denied: dilated, loss */
  readonly denied: Span[];
  /** something in it can be no good news in any words */
  spoiled: boolean;
  /** it speaks of anything at all: "disease" */
  anything: boolean;
}

/** The statements that say only good things, and of which no other one says the reverse, by id. */
export function fineStatements(related: Related, knowledge: Knowledge): ReadonlySet<string> {
  const named = new Map<string, Finding[]>();
  for (const finding of related.findings) {
    const own = named.get(finding.statement);
    if (own) own.push(finding);
    else named.set(finding.statement, [finding]);
  }
  const fine = new Set<string>();
  for (const statement of related.statements) {
    const own = named.get(statement.id) ?? [];
    if (isFine(related, statement, own, related.coverage.unknown, knowledge)) fine.add(statement.id);
  }
  return uncontradicted(fine, related, knowledge);
}

const known = new WeakMap<SegmentedStatement, boolean>();

/** All that a statement names is denied outright or called normal, and nothing in it is there, open, unknown or amiss. Found once. */
export function isFine(
  recognized: Recognized,
  statement: SegmentedStatement,
  findings: readonly Finding[],
  unknown: readonly Span[],
  knowledge: Knowledge,
): boolean {
  let fine = known.get(statement);
  if (fine === undefined) {
    fine = saysFine(recognized, statement, findings, unknown, knowledge);
    known.set(statement, fine);
  }
  return fine;
}

function saysFine(
  recognized: Recognized,
  statement: SegmentedStatement,
  findings: readonly Finding[],
  unknown: readonly Span[],
  knowledge: Knowledge,
): boolean {
  const words = fineWords(knowledge);
  for (const finding of findings) if (!isDenied(finding, words)) return false;
  if (areDevices(findings, knowledge)) return false;
  if (isUnclear(seamsOf(recognized, statement, findings, knowledge))) return false;
  if (isMeasured(recognized, statement, findings) && !isCalledNormal(recognized, statement, knowledge)) return false;
  if (holdsUnread(recognized, statement, unknown, knowledge)) return false;
  if (missingIn(recognized, statement, knowledge) !== null) return false;
  if (holdsUnseen(recognized, statement, findings, knowledge)) return false;
  const { affirmed, denied, spoiled, anything } = weigh(recognized, statement, findings, words, knowledge);
  if (spoiled || (findings.length === 0 && affirmed.length === 0 && !anything)) return false;
  const answers = assertTargets(recognized, statement, [...affirmed, ...denied], knowledge);
  return answers.every(({ assertion: { presence, certainty, experiencer, temporality } }, i) =>
    i < affirmed.length
      ? presence === 'present' && certainty === 'definite' && experiencer === 'patient' && temporality !== 'historical'
      : presence === 'absent' && certainty === 'excluded',
  );
}

/** "CBD 12 mm, no stone": a value that belongs to nothing denied; whether it is as it should be is not for us to say. */
const isMeasured = (
  { measurements }: Recognized,
  { span: [start, end] }: SegmentedStatement,
  findings: readonly Finding[],
): boolean =>
  measurements.some(
    ({ id, span, role }) =>
      role === 'current' &&
      span[0] >= start &&
      span[1] <= end &&
      !findings.some((finding) => finding.measurements.includes(id) && beginOf(finding) <= span[0]),
  );

/** Where it, or what denies it, begins: "no nodule larger than 4 mm". */
const beginOf = ({ span, assertion }: Finding): number => Math.min(span[0], ...assertion.basis.map(([start]) => start));

const isCalledNormal = ({ matches }: Recognized, { from, to }: SegmentedStatement, { reading }: Knowledge): boolean =>
  matchesWithin(matches.modifier, from, to).some(({ entry }) => reading.modifiers[entry]?.role === 'normal');

/** "The tip of the tube is not seen": that a tube or a line is not there is no good news. */
const areDevices = (findings: readonly Finding[], knowledge: Knowledge): boolean =>
  findings.length > 0 && findings.every(({ concept }) => conceptsById(knowledge).get(concept)?.kind === 'device');

const isDenied = ({ concept, assertion }: Finding, { wantedFindings }: FineWords): boolean =>
  assertion.presence === 'absent' &&
  assertion.certainty === 'excluded' &&
  assertion.experiencer === 'patient' &&
  !wantedFindings.has(concept);

function weigh(
  recognized: Recognized,
  statement: SegmentedStatement,
  findings: readonly Finding[],
  words: FineWords,
  knowledge: Knowledge,
): Weighed {
  const { reading } = knowledge;
  const { from, to } = statement;
  const { tokens, matches } = recognized;
  const weighed: Weighed = { affirmed: [], denied: [], spoiled: false, anything: false };
  const told = new Uint8Array(to - from);
  const within = (list: readonly Match[]): readonly Match[] => matchesWithin(list, from, to);
  const tell = (match: Match): void => {
    told.fill(1, Math.max(0, match.from - from), match.to - from);
  };
  const spans = findings.map(({ span }) => span);
  for (const match of within(matches.concept)) if (meetsAny([match.start, match.end], spans)) tell(match);
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'word' || told[at - from] || !words.wanted.has(token.norm)) continue;
    weighed.affirmed.push([token.start, token.end]);
    told[at - from] = 1;
  }
  const wanted = weighed.affirmed.length;
  for (const match of within(matches.modifier)) {
    const modifier = reading.modifiers[match.entry];
    if (!modifier || told[match.from - from]) continue;
    const plain = words.plainRoles.has(modifier.role) || words.plainModifiers.has(modifier.id);
    // "Limited but negative"
    if (modifier.role !== 'normal' && words.limits.has(tokens[match.from]?.norm ?? '')) weighed.spoiled = true;
    else if (!plain) weighed.denied.push([match.start, match.end]);
    else if (modifier.role === 'normal') weighed.affirmed.push([match.start, match.end]);
    tell(match);
  }
  for (const match of within(matches.wording)) {
    if (reading.wordings[match.entry]?.class !== 'noun' || told[match.from - from]) continue;
    const last = tokens[match.to - 1]?.norm ?? '';
    weighed.anything ||= words.anything.has(last);
    if (!words.features.has(last)) weighed.denied.push([match.start, match.end]);
  }
  for (const match of within(matches.phrase))
    weighed.anything ||= words.phrases.has(reading.phrases[match.entry]?.slug ?? '');
  for (const match of within(matches.cue)) {
    const cue = reading.cues[match.entry];
    if (!cue || cue.direction === 'pseudo' || told[match.from - from] || !words.doubts.has(cue.category)) continue;
    if (cue.direction === 'terminate') weighed.spoiled = true;
    else weighed.denied.push([match.start, match.end]);
  }
  for (const match of within(matches.change)) {
    const direction = reading.changes[match.entry]?.direction;
    const moves = direction === 'new' || direction === 'increased' || direction === 'decreased';
    if (moves && !told[match.from - from]) weighed.denied.push([match.start, match.end]);
  }
  const isNamed = weighed.affirmed.length > wanted;
  if (wanted > 0 && !isNamed && findings.length === 0)
    weighed.spoiled ||= holdsManner(recognized, statement, told, words, knowledge);
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'word' || told[at - from]) continue;
    if (words.limits.has(token.norm)) weighed.spoiled = true;
    else if (words.spoilers.has(token.norm)) weighed.denied.push([token.start, token.end]);
  }
  return weighed;
}

/** "Flow is weak", "healing is slow": what should be there is, but how it is need be no good news. */
function holdsManner(
  { tokens, matches }: Recognized,
  { from, to }: SegmentedStatement,
  told: Uint8Array,
  { manners }: FineWords,
  knowledge: Knowledge,
): boolean {
  const named = new Uint8Array(told);
  const name = (match: Match): void => {
    named.fill(1, Math.max(0, match.from - from), match.to - from);
  };
  for (const match of matchesWithin(matches.concept, from, to)) name(match);
  for (const match of matchesWithin(matches.wording, from, to))
    if (knowledge.reading.wordings[match.entry]?.class === 'noun') name(match);
  const small = wordClasses(knowledge);
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (token?.kind === 'word' && !named[at - from] && !small.has(token.norm) && !manners.has(token.norm)) return true;
  }
  return false;
}

/** "T6", "x4": levels and counts are no words. */
const isCode = (word: string): boolean => word.length === 1 || /\d/.test(word);

/** The statement holds a word that is unknown, and neither a code nor a small one. */
function holdsUnread(
  { source: { text } }: Recognized,
  { span }: SegmentedStatement,
  unknown: readonly Span[],
  knowledge: Knowledge,
): boolean {
  for (let at = firstNotBefore(unknown, ([start]) => start < span[0]); at < unknown.length; at += 1) {
    const [start, end] = unknown[at] ?? span;
    if (start >= span[1]) return false;
    const word = text.slice(start, end);
    if (!isCode(word) && !wordClasses(knowledge).has(word.toLowerCase())) return true;
  }
  return false;
}

function meetsAny([start, end]: Span, spans: readonly Span[]): boolean {
  return spans.some((span) => span[0] < end && start < span[1]);
}
