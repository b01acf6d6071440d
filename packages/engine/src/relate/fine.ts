/** Wing 3, relate: which statements say only that something is as it should be. When in doubt, a statement is none of them. */
import type { Finding, Span } from '../document.ts';
import { type Match, matchesWithin } from '../lexicon.ts';
import type { Knowledge, Recognized, Related, SegmentedStatement } from '../stages.ts';
import { wordClasses } from './assertion/word-classes.ts';
import { assertTargets } from './assertion.ts';

interface FineWords {
  readonly plainRoles: ReadonlySet<string>;
  readonly plainModifiers: ReadonlySet<string>;
  readonly features: ReadonlySet<string>;
  readonly spoilers: ReadonlySet<string>;
  readonly limits: ReadonlySet<string>;
  readonly doubts: ReadonlySet<string>;
  readonly wanted: ReadonlySet<string>;
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
}

/** The statements that say only good things, by id; of `among` alone where it is given. */
export function fineStatements(
  related: Omit<Related, 'pressing'>,
  knowledge: Knowledge,
  among?: ReadonlySet<string>,
): ReadonlySet<string> {
  const isFine = fineIn(related, related.findings, related.coverage.unknown, knowledge);
  const asked = among ? related.statements.filter(({ id }) => among.has(id)) : related.statements;
  return new Set(asked.filter(isFine).map(({ id }) => id));
}

/** A test for statements: all that one names is denied outright or called normal, and nothing in it is there, open, unknown or amiss. */
function fineIn(
  recognized: Recognized,
  findings: readonly Finding[],
  unknown: readonly Span[],
  knowledge: Knowledge,
): (statement: SegmentedStatement) => boolean {
  const words = fineWords(knowledge);
  const named = new Map<string, Finding[]>();
  for (const finding of findings) {
    const own = named.get(finding.statement);
    if (own) own.push(finding);
    else named.set(finding.statement, [finding]);
  }
  const { text } = recognized.source;
  const small = wordClasses(knowledge);
  const unread = statementsWith(
    unknown.filter(
      ([start, end]) => !isCode(text.slice(start, end)) && !small.has(text.slice(start, end).toLowerCase()),
    ),
    recognized.statements,
  );
  return (statement) => {
    const own = named.get(statement.id) ?? [];
    if (unread.has(statement.id) || !own.every((finding) => isDenied(finding, words))) return false;
    const weighed = weigh(recognized, statement, own, words, knowledge);
    if (weighed.spoiled || (own.length === 0 && weighed.affirmed.length === 0)) return false;
    const { affirmed, denied } = weighed;
    const answers = assertTargets(recognized, statement, [...affirmed, ...denied], knowledge);
    return answers.every(({ assertion: { presence, certainty, experiencer } }, i) =>
      i < affirmed.length
        ? presence === 'present' && certainty === 'definite' && experiencer === 'patient'
        : presence === 'absent' && certainty === 'excluded',
    );
  };
}

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
  { reading }: Knowledge,
): Weighed {
  const { from, to } = statement;
  const { tokens, matches } = recognized;
  const weighed: Weighed = { affirmed: [], denied: [], spoiled: false };
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
  for (const match of within(matches.modifier)) {
    const modifier = reading.modifiers[match.entry];
    if (!modifier || told[match.from - from]) continue;
    const plain = words.plainRoles.has(modifier.role) || words.plainModifiers.has(modifier.id);
    if (!plain) weighed.denied.push([match.start, match.end]);
    else if (modifier.role === 'normal') weighed.affirmed.push([match.start, match.end]);
    tell(match);
  }
  for (const match of within(matches.wording)) {
    if (reading.wordings[match.entry]?.class !== 'noun' || told[match.from - from]) continue;
    const last = tokens[match.to - 1]?.norm ?? '';
    if (!words.features.has(last)) weighed.denied.push([match.start, match.end]);
  }
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
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'word' || told[at - from]) continue;
    if (words.limits.has(token.norm)) weighed.spoiled = true;
    else if (words.spoilers.has(token.norm)) weighed.denied.push([token.start, token.end]);
  }
  return weighed;
}

/** "T6", "x4": levels and counts are no words. */
const isCode = (word: string): boolean => word.length === 1 || /\d/.test(word);

/** The statements that hold one of the spans; both stand in the order of the text. */
function statementsWith(spans: readonly Span[], statements: readonly SegmentedStatement[]): ReadonlySet<string> {
  const found = new Set<string>();
  let at = 0;
  for (const [start, end] of spans) {
    while (at < statements.length && (statements[at]?.span[1] ?? 0) <= start) at += 1;
    const statement = statements[at];
    if (statement && statement.span[0] < end) found.add(statement.id);
  }
  return found;
}

function meetsAny([start, end]: Span, spans: readonly Span[]): boolean {
  return spans.some((span) => span[0] < end && start < span[1]);
}
