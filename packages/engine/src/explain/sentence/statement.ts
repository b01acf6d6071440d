/** Wing 4, explain: a statement of the report → plain sentences, or as written where no plain words are true to it. */
import type { Span, Statement } from '../../document.ts';
import type { How, PlainSentence } from '../../explanation.ts';
import { unfaithful } from '../../faithfulness.ts';
import type { Knowledge, Related, SegmentedStatement } from '../../stages.ts';
import type { Token } from '../../token.ts';
import { type Chunk, chunksOf, indexPieces, type PieceIndex } from './chunk.ts';
import { type ClauseContext, type Manner, sentenceOf } from './clause.ts';
import { clausesOf } from './clauses.ts';
import { type Language, languageOf } from './language.ts';
import { withOrgans } from './organ-list.ts';
import { partsOf } from './split.ts';

export interface ToldStatement {
  readonly statement: Statement['id'];
  readonly plain: readonly (PlainSentence & { readonly how: How })[];
  readonly how: How;
  /** words of it that have no plain words yet; the whole statement where it is shown as written */
  readonly notExplained: readonly Span[];
}

export type Teller = (statement: SegmentedStatement) => ToldStatement;

interface TellerContext extends Omit<ClauseContext, 'capitals' | 'abbreviates'> {
  /** the whole report is written in capitals */
  readonly shouted: boolean;
  /** section → what its lines about person, place and signature are told as */
  readonly administrative: ReadonlyMap<string, string>;
  /** sections whose lines are titles and notes rather than statements */
  readonly titled: ReadonlySet<string>;
  /** statements that are told in the report's own words only: advice on treatment */
  readonly quoted: ReadonlySet<string>;
  /** statements that hold a recommendation */
  readonly advising: ReadonlySet<string>;
}

/** A teller for one report: what all its statements share is worked out once. */
export function tellerOf(related: Related, knowledge: Knowledge): Teller {
  if (!knowledge.words) return (statement) => asWritten(related, statement);
  const index = indexPieces(related);
  const { administrative } = knowledge.words.documents.templates;
  const context: TellerContext = {
    language: languageOf(knowledge.words),
    advice: knowledge.words.documents.templates.advice,
    titled: new Set(
      related.sections
        .filter(({ code }) => knowledge.words?.documents.grammar.titleSections.includes(code))
        .map(({ id }) => id),
    ),
    quoted: new Set(
      related.recommendations.filter(({ action }) => action === 'other').map(({ statement }) => statement),
    ),
    advising: new Set(related.recommendations.map(({ statement }) => statement)),
    administrative: new Map(
      related.sections.flatMap(({ id, code }) => (administrative[code] ? [[id, administrative[code]] as const] : [])),
    ),
    shouted: isCapitals(related.source.text),
    yours: !related.findings.some(({ concept }) => concept.includes('fetal')),
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
const ordersTreatment = (tokens: readonly Token[], { treatments, orders }: Language): boolean =>
  tokens.some(({ norm }) => orders.has(norm)) && tokens.some(({ norm }) => treatments.has(norm));

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
  const chunks = withOrgans(chunksOf(related, [statement.from, statement.to], index, knowledge), knowledge);
  const unknown = chunks.flatMap((chunk): Span[] =>
    chunk.kind === 'word' && !chunk.known && !isCode(chunk.text, context.language) ? [[chunk.start, chunk.end]] : [],
  );
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
  const { tokens } = related;
  const ordersCare = ordersTreatment(tokens.slice(statement.from, statement.to), context.language);
  if (context.quoted.has(statement.id) || ordersCare || holdsAddress(written)) return asWritten(related, statement);
  if (content === 0 || unknown.length > content * MOSTLY) return asWritten(related, statement);
  const capitals = isCapitals(written);
  const how: How = unknown.length ? 'substituted' : 'composed';
  const plain: (PlainSentence & { how: How })[] = [];
  const isTitle = context.titled.has(statement.section);
  const certain = certaintyIn(related, statement);
  const clauses = clausesOf(chunks, context.language).flatMap((clause) =>
    isTitle || context.advising.has(statement.id) ? [clause] : partsOf(clause, { language: context.language, certain }),
  );
  for (const clause of clauses) {
    const sentence = sentenceOf(
      clause,
      { ...context, capitals, abbreviates: capitals && !context.shouted },
      mannerOf(statement, clause, context),
    );
    const span = spanOf(clause);
    if (!sentence || !span) continue;
    if (unfaithful(sentence, withoutNames(clause))) return asWritten(related, statement);
    plain.push({ text: sentence, basis: [span], how });
  }
  return plain.length ? { statement: statement.id, plain, how, notExplained: unknown } : asWritten(related, statement);
}

/** Whether all that a stretch of a statement names is there, now and without doubt. */
const certaintyIn =
  ({ findings }: Related, { id }: SegmentedStatement) =>
  (start: number, end: number): boolean =>
    findings.every(
      ({ statement, span, assertion }) =>
        statement !== id ||
        span[0] >= end ||
        span[1] <= start ||
        (assertion.presence === 'present' &&
          assertion.certainty === 'definite' &&
          assertion.temporality === 'current' &&
          assertion.experiencer === 'patient'),
    );

/** Says beside a sentence that its number, unit, side or denial could not be read with certainty. */
function withDoubts(related: Related, told: ToldStatement, { words }: Knowledge): ToldStatement {
  const doubt = words?.documents.templates.doubt;
  if (!doubt || !related.source.doubts?.length) return told;
  const plain = told.plain.map((sentence) =>
    sentence.basis.some((span) => isDoubtful(related, span))
      ? { ...sentence, text: `${sentence.text} ${doubt}` }
      : sentence,
  );
  return { ...told, plain };
}

/** A place where a number, unit, side or denial could not be read with certainty. */
const isDoubtful = ({ source }: Related, [start, end]: Span): boolean =>
  (source.doubts ?? []).some(({ kind, span }) => kind !== 'word' && span[0] < end && start < span[1]);

function mannerOf({ id, section }: SegmentedStatement, clause: readonly Chunk[], context: TellerContext): Manner {
  if (context.titled.has(section)) return 'title';
  return context.advising.has(id) && !clause.some(isFinding) ? 'advice' : 'statement';
}

const isFinding = (chunk: Chunk): boolean => chunk.kind === 'concept' && chunk.concept.kind === 'finding';

/** The words of a clause. Figures and sides that belong to the name of a concept (M1, left ventricle) are part of the name. */
function withoutNames(chunks: readonly Chunk[]): string {
  return chunks.map((chunk) => `${chunk.glued ? '' : ' '}${named(chunk)}`).join('');
}

function named(chunk: Chunk): string {
  if (chunk.kind !== 'concept') return chunk.text;
  const text = chunk.text.replace(/\d/g, '');
  return chunk.concept.laterality ? text : text.replace(/\b(?:left|right)\b/gi, '');
}

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
  const text = source.text.slice(span[0], span[1]).replace(/\s+/g, ' ').trim();
  return { statement: id, plain: [{ text, basis: [span], how: 'verbatim' }], how: 'verbatim', notExplained: [span] };
}

function spanOf(chunks: readonly Chunk[]): Span | null {
  const [first, last] = [chunks[0], chunks.at(-1)];
  return first && last ? [first.start, last.end] : null;
}

function isCapitals(text: string): boolean {
  const letters = text.replace(/[^A-Za-z]/g, '');
  const small = letters.replace(/[^a-z]/g, '').length;
  return letters.length > 0 && small / letters.length < 0.2;
}
