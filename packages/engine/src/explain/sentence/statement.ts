/** Wing 4, explain: a statement of the report → plain sentences, or as written where no plain words are true to it. */
import type { Communication, Finding, Recommendation, Span, Statement } from '../../document.ts';
import type { How, PlainSentence } from '../../explanation.ts';
import { unfaithful } from '../../faithfulness.ts';
import { findingsIn } from '../../findings-index.ts';
import type { Knowledge, Related, SegmentedStatement } from '../../stages.ts';
import type { Token } from '../../token.ts';
import { listed } from '../../word-lists.ts';
import { caringIn, quotedIn } from '../quoted.ts';
import { adviceSentence } from './advice.ts';
import { type AdviceClause, atAdvice } from './advice-clauses.ts';
import { withAsideBehind } from './aside-behind.ts';
import { type BySection, bySectionOf, cutOf, toldBySection } from './by-section.ts';
import { callSentence } from './call.ts';
import { careBehind } from './care-behind.ts';
import { withCarriedPlace } from './carried-place.ts';
import { type Chunk, indexPieces, type PieceIndex } from './chunk.ts';
import { isFinding } from './chunk-kinds.ts';
import { type Manner, sentenceOf } from './clause.ts';
import { type ClauseContexts, clauseContexts, isCapitals } from './clause-contexts.ts';
import { clausesOf } from './clauses.ts';
import { withCodedTimes } from './coded-times.ts';
import { withComparedSizes } from './compared-sizes.ts';
import { withConditions } from './condition-kept.ts';
import { withDeniedSigns } from './denied-signs.ts';
import { withDoubts } from './doubts.ts';
import { withLabelledSizes } from './labelled-sizes.ts';
import { type Language, languageOf } from './language.ts';
import { withNumberedNames } from './numbered-names.ts';
import { withOrdinalNames } from './ordinal-names.ts';
import { withOrgans } from './organ-list.ts';
import { measuredScores, type ScoreFrame, withScoreValues } from './score-values.ts';
import { withSeams } from './seams.ts';
import { withShared } from './shared-words.ts';
import { withSizes } from './size-placed.ts';
import { partsOf, type SplitContext } from './split.ts';
import { withSpokenMarks } from './spoken-marks.ts';
import { withStations } from './stations.ts';
import { withTerseDenials } from './terse-denials.ts';
import { withWatchedFor } from './watched-for.ts';

export interface ToldStatement {
  readonly statement: Statement['id'];
  readonly plain: readonly (PlainSentence & { readonly how: How })[];
  readonly how: How;
  /** words of it that have no plain words yet; the whole statement where it is shown as written */
  readonly notExplained: readonly Span[];
}

export type Teller = (statement: SegmentedStatement) => ToldStatement;

interface TellerContext {
  readonly language: Language;
  readonly clauses: ClauseContexts;
  /** where the number of a measured score begins, and how it is told */
  readonly measured: ReadonlySet<number>;
  readonly scoreFrame: ScoreFrame;
  /** section → what its lines about person, place and signature are told as */
  readonly administrative: ReadonlyMap<string, string>;
  /** sections whose lines are titles and notes rather than statements */
  readonly titled: ReadonlySet<string>;
  readonly bySection: BySection;
  /** statements that are told in the report's own words only: advice on medicines */
  readonly quoted: ReadonlySet<string>;
  /** statements that advise on treatment or other care */
  readonly caring: ReadonlySet<string>;
  /** statement → what it asks for */
  readonly advising: ReadonlyMap<string, readonly Recommendation[]>;
  /** statement → the result that it says was passed on */
  readonly calls: ReadonlyMap<string, Communication>;
}

/** A teller for one report: what all its statements share is worked out once. */
export function tellerOf(related: Related, knowledge: Knowledge): Teller {
  if (!knowledge.words) return (statement) => asWritten(related, statement);
  const index = indexPieces(related, knowledge);
  const { administrative } = knowledge.words.documents.templates;
  const caring = caringIn(related, knowledge);
  const context: TellerContext = {
    bySection: bySectionOf(related, knowledge),
    language: languageOf(knowledge.words),
    measured: measuredScores(related, knowledge),
    scoreFrame: knowledge.words.documents.grammar.scoreFrame,
    titled: new Set(
      related.sections
        .filter(({ code }) => knowledge.words?.documents.grammar.titleSections.includes(code))
        .map(({ id }) => id),
    ),
    quoted: quotedIn(caring, related, knowledge),
    caring,
    advising: byStatement(related.recommendations),
    calls: new Map(related.communications.map((call) => [call.statement, call])),
    administrative: new Map(
      related.sections.flatMap(({ id, code }) => (administrative[code] ? [[id, administrative[code]] as const] : [])),
    ),
    clauses: clauseContexts(related, knowledge.words),
  };
  const told = new Map<string, ToldStatement>();
  return (statement) => {
    const known = told.get(statement.id);
    if (known) return known;
    const fresh = withDoubts(related, tell(related, statement, index, context, knowledge), knowledge);
    told.set(statement.id, fresh);
    return fresh;
  };
}

/** "Stop taking the tablets": what starts or stops a treatment is quoted, never told as ours. */
const ordersTreatment = (
  tokens: readonly Token[],
  { from, to }: SegmentedStatement,
  { treatments, orders }: Language,
): boolean => holdsOne(tokens, from, to, orders) && holdsOne(tokens, from, to, treatments);

function holdsOne(tokens: readonly Token[], from: number, to: number, words: ReadonlySet<string>): boolean {
  for (let at = from; at < to; at += 1) if (words.has(tokens[at]?.norm ?? '')) return true;
  return false;
}

/** "Treatment should be considered", but not "Consider treatment", which speaks to the doctor, nor what treats a named finding. */
function isPlainCare(chunks: readonly Chunk[], { requests }: Language): boolean {
  const opening = chunks[0]?.text.toLowerCase() ?? '';
  return !requests.has(opening) && !chunks.some(isFinding);
}

/** A web or mail address is never told as ours. */
const holdsAddress = (text: string): boolean => text.includes('://') || text.includes('www.') || /\S@\S/.test(text);

const MOSTLY = 0.75; // share of unknown pieces beyond which a statement stays as written

function tell(
  related: Related,
  statement: SegmentedStatement,
  index: PieceIndex,
  context: TellerContext,
  knowledge: Knowledge,
): ToldStatement {
  const administrative = context.administrative.get(statement.section);
  const { measured, scoreFrame, language } = context;
  const { cut, isTitle } = cutOf(related, statement, context.bySection, index, knowledge, language);
  const seams = related.seams.get(statement.id) ?? [];
  if (seams.some(({ kind }) => kind === 'unclear')) return asWritten(related, statement);
  const own = findingsIn(statement.id, related.findings);
  const marked = withDeniedSigns(
    withSeams(withSpokenMarks(withTerseDenials(cut, language), language), seams),
    own,
    language,
  );
  const compared = withLabelledSizes(withComparedSizes(withAsideBehind(marked, language), language), language);
  const placed = withSizes(
    withOrdinalNames(withNumberedNames(withStations(compared, language), language), language),
    language,
  );
  const shared = withShared(placed, knowledge, language);
  const advised = context.advising.get(statement.id);
  const timed = withCodedTimes(withWatchedFor(withOrgans(shared, knowledge), knowledge), advised, knowledge);
  const all = withScoreValues(timed, measured, scoreFrame, language);
  const care = context.quoted.has(statement.id) && advised ? careBehind(all, advised, language) : null;
  const chunks = care?.told ?? all;
  const asked = care ? undefined : advised;
  const isKnown = (chunk: Chunk): boolean => isExplained(chunk, language);
  const unknownIn = (list: readonly Chunk[]): Span[] =>
    list.flatMap((chunk): Span[] => (isKnown(chunk) ? [] : [[chunk.start, chunk.end]]));
  const unknown = unknownIn(chunks);
  if (administrative && unknown.length > 0 && !chunks.some(isFinding)) {
    return {
      statement: statement.id,
      plain: [{ text: administrative, basis: [statement.span], how: 'composed' }],
      how: 'composed',
      notExplained: [],
    };
  }
  const content = chunks.filter((chunk) => chunk.kind !== 'mark').length;
  const written = related.source.text.slice(...statement.span);
  const to = care ? (chunks.at(-1)?.to ?? statement.to) : statement.to;
  const ordersCare = ordersTreatment(related.tokens, { ...statement, to }, language);
  const isQuoted = context.quoted.has(statement.id) && !care;
  if (isQuoted || ordersCare || holdsAddress(written)) return asWritten(related, statement);
  // advice on care that no frame holds is told where all of it is plain
  const mayTell =
    care !== null ||
    !context.caring.has(statement.id) ||
    (unknown.length === 0 && isPlainCare(chunks, context.language));
  const contexts = context.clauses(isCapitals(written), isTitle);
  const telling = { related, index, knowledge, clause: contexts, isKnown, sourceOf: withoutNames };
  const ofSection = toldBySection(statement, context.bySection, telling);
  if (ofSection) return { statement: statement.id, ...ofSection };
  if (content === 0 || unknown.length > content * MOSTLY) return asWritten(related, statement);
  const told: Clause[] = [];
  const whole = context.titled.has(statement.section) || context.calls.has(statement.id);
  const certain = certaintyIn(related, statement);
  const { found, doubted } = namedIn(related, statement);
  const parted = clausesOf(
    chunks,
    language,
    certaintyIn(related, statement, 'ever'),
    listed(knowledge.reading, 'row-answers'),
  );
  const cutUp = (asked ? withConditions(parted, chunks, asked) : parted).flatMap((clause): readonly AdviceClause[] => {
    if (asked) return atAdvice(clause, related, knowledge);
    return whole
      ? [{ clause }]
      : partsOf(clause, { language, certain, found, doubted }).map((part) => ({ clause: part }));
  });
  const clauses = asked || whole ? cutUp : withCarriedPlace(cutUp, language);
  for (const { clause, manner = mannerOf(statement, clause, context) } of clauses) {
    const scene = { related, index, knowledge, language: contexts.language };
    const call = context.calls.get(statement.id);
    const framed =
      (asked ? adviceSentence(clause, contexts, manner, { ...scene, asked }, unknownIn) : null) ??
      (call ? callSentence(clause, contexts, { ...scene, call }, unknownIn) : null);
    const source = withoutNames(clause);
    const isTrue = framed !== null && !unfaithful(framed.text, source);
    const text = isTrue ? framed.text : sentenceOf(clause, contexts, manner);
    const span = spanOf(clause);
    if (!text || !span) continue;
    if (!isTrue && unfaithful(text, source)) return asWritten(related, statement);
    if (!mayTell && !(isTrue && framed.framed)) return asWritten(related, statement);
    told.push({ text, span, unknown: isTrue ? framed.unknown : unknownIn(clause) });
  }
  const notExplained = told.flatMap((clause) => clause.unknown);
  const how: How = notExplained.length ? 'substituted' : 'composed';
  const plain = told.map(({ text, span }) => ({ text, basis: [span], how }));
  if (plain.length === 0) return asWritten(related, statement);
  if (!care) return { statement: statement.id, plain, how, notExplained };
  const quoted = { text: writtenAt(related, care.quoted), basis: [care.quoted], how: 'verbatim' as const };
  return {
    statement: statement.id,
    plain: [...plain, quoted],
    how: 'substituted',
    notExplained: [...notExplained, care.quoted],
  };
}

interface Clause {
  readonly text: string;
  readonly span: Span;
  readonly unknown: readonly Span[];
}

function byStatement(recommendations: readonly Recommendation[]): ReadonlyMap<string, readonly Recommendation[]> {
  const groups = new Map<string, Recommendation[]>();
  for (const one of recommendations) groups.set(one.statement, [...(groups.get(one.statement) ?? []), one]);
  return groups;
}

/** Whether all that a stretch names is the person's and without doubt: now, or also before. */
function certaintyIn(
  { findings }: Related,
  { id }: SegmentedStatement,
  time: 'now' | 'ever' = 'now',
): (start: number, end: number) => boolean {
  const doubted = findingsIn(id, findings).filter(
    ({ assertion }) =>
      !(
        assertion.presence === 'present' &&
        assertion.certainty === 'definite' &&
        (time === 'ever' || assertion.temporality === 'current') &&
        assertion.experiencer === 'patient'
      ),
  );
  return (start, end) => doubted.every(({ span }) => span[0] >= end || span[1] <= start);
}

/** Whether a stretch of a statement names something that was found, and whether all of it is only thought of. */
function namedIn({ findings }: Related, { id }: SegmentedStatement): Pick<SplitContext, 'found' | 'doubted'> {
  const own = findingsIn(id, findings);
  const at = (start: number, end: number) => own.filter(({ span }) => span[0] < end && start < span[1]);
  const isDoubted = ({ assertion: { certainty } }: Finding): boolean =>
    certainty !== 'definite' && certainty !== 'excluded';
  return {
    found: (start, end) => at(start, end).length > 0,
    doubted: (start, end) => at(start, end).every(isDoubted),
  };
}

function mannerOf({ id, section }: SegmentedStatement, clause: readonly Chunk[], context: TellerContext): Manner {
  if (context.titled.has(section)) return 'title';
  return context.advising.has(id) && !clause.some(isFinding) ? 'advice' : 'statement';
}

/** The words of a clause. Figures and sides that only the term of a concept has (M1, left ventricle, RT that is a treatment), not its plain words, are part of the name. */
function withoutNames(chunks: readonly Chunk[]): string {
  return chunks.map((chunk) => `${chunk.glued ? '' : ' '}${named(chunk)}`).join('');
}

function named(chunk: Chunk): string {
  if (chunk.kind !== 'concept') return chunk.text;
  const { plain } = chunk.words;
  const text = chunk.text
    .replace(/\d/g, (figure) => (plain.includes(figure) ? figure : ''))
    // "two vessel cord": the count is part of the name
    .replace(/\b(?:two|three|four|five)\b/gi, (count) => (plain.includes(count.toLowerCase()) ? count : ''));
  return chunk.concept.laterality ? text : text.replace(/\b(?:left|right|lt|rt)\b/gi, '');
}

const isExplained = (chunk: Chunk, language: Language): boolean =>
  chunk.kind !== 'word' || chunk.known || isCode(chunk.text, language);

/** L4-L5, T2, CT: codes and acronyms are names, not words. */
const isCode = (word: string, language: Language): boolean =>
  /\d/.test(word) || word.length === 1 || language.acronyms.has(word) || BLANKED.test(word);
/** a word taken out before the report came here */
const BLANKED = /^x{3,}$/i;

export function asWritten(
  { source, tokens }: Related,
  { id, span: whole, from, to }: SegmentedStatement,
): ToldStatement {
  const span: Span = [tokens[from]?.start ?? whole[0], tokens[to - 1]?.end ?? whole[1]];
  const text = writtenAt({ source }, span);
  return { statement: id, plain: [{ text, basis: [span], how: 'verbatim' }], how: 'verbatim', notExplained: [span] };
}

const writtenAt = ({ source }: Pick<Related, 'source'>, [start, end]: Span): string =>
  source.text.slice(start, end).replace(/\s+/g, ' ').trim();

/** What is told first may stand last in the report. */
function spanOf(chunks: readonly Chunk[]): Span | null {
  if (chunks.length === 0) return null;
  let [from, to] = [Number.POSITIVE_INFINITY, 0];
  for (const { start, end } of chunks) {
    from = Math.min(from, start);
    to = Math.max(to, end);
  }
  return [from, to];
}
