/** Wing 4, explain, frame: a statement → plain sentences in a language that is only spoken, or its own words where no frame is true to it. */
import type { Frames, FrameWords } from '@readingscan/knowledge';
import type { Finding, Measurement, Recommendation, Span } from '../../document.ts';
import { firstNotBefore } from '../../order.ts';
import { sectionsById } from '../../sections-by-id.ts';
import type { Explainable, Knowledge, SegmentedStatement } from '../../stages.ts';
import { statementsById } from '../../statements-by-id.ts';
import type { ScoreMeaning, ScoreMeanings } from '../score-meanings.ts';
import { asWritten, type Teller, type ToldStatement } from '../sentence/statement.ts';
import { fill } from '../template.ts';
import type { ThingClaim } from './claim.ts';
import { type Claims, calledPart, claimsOf, REQUESTED } from './claims.ts';
import { figureText } from './figures.ts';
import { isTrueTo } from './guard.ts';
import { type Nouns, nounsOf } from './noun.ts';
import type { StatementParts } from './scene.ts';
import type { Explained, SeenOn } from './seen-on.ts';
import { isThing, runSentences, runsOf, type Sentence } from './sentences.ts';
import { stockSentence } from './stock.ts';

export interface FrameScene {
  readonly related: Explainable;
  readonly words: FrameWords;
  readonly knowledge: Knowledge;
  readonly meanings: ScoreMeanings;
  /** a recommendation as a sentence */
  readonly step: (recommendation: Recommendation) => string;
  /** what its words say beside that */
  readonly notes: (recommendation: Recommendation) => readonly string[];
}

/** A statement of which less is told stays as written. */
const LEAST_SHARE = 0.4;

export interface FrameTeller {
  readonly tell: Teller;
  /** how its statement tells a finding; undefined where that stays as written */
  readonly claimOf: (finding: Finding) => ThingClaim | undefined;
}

export function frameTellerOf(scene: FrameScene): FrameTeller {
  const { related, words, knowledge, meanings } = scene;
  const nouns = nounsOf(words);
  const parts = partsIn(related, meanings);
  const { templates } = words.documents;
  const told = new Map<string, ToldStatement>();
  const claimed = new Map<string, ThingClaim>();
  const statements = statementsById(related);
  const tell = (statement: SegmentedStatement): ToldStatement => {
    const own = parts(statement);
    const administrative = templates.administrative[own.code];
    if (administrative && own.findings.length === 0)
      return {
        statement: statement.id,
        plain: [{ text: administrative, basis: [statement.span], how: 'composed' }],
        how: 'composed',
        notExplained: [],
      };
    const stock = REQUESTED.has(own.code) ? null : stockSentence(related, statement, words.documents.frames, knowledge);
    if (stock)
      return {
        statement: statement.id,
        plain: [{ text: doubted(stock, [statement.span], scene), basis: [statement.span], how: 'composed' }],
        how: 'composed',
        notExplained: [],
      };
    if (related.seams.get(statement.id)?.some(({ kind }) => kind === 'unclear')) return asWritten(related, statement);
    const claims = claimsOf(related, statement, own, knowledge, words.documents.frames);
    const sentences = claims && sentencesOf(claims, own.code, nouns, scene);
    const plain =
      claims && sentences && claims.share >= LEAST_SHARE && isTrue(sentences, statement, own, claims, scene)
        ? sentences
        : [];
    if (!claims || plain.length === 0) return asWritten(related, statement);
    for (const claim of claims.claims) if (isThing(claim)) claimed.set(claim.thing.finding.id, claim);
    const how = claims.untold.length > 0 ? 'substituted' : 'composed';
    return {
      statement: statement.id,
      plain: plain.map(({ text, basis }) => ({ text: doubted(text, basis, scene), basis, how })),
      how,
      notExplained: claims.untold,
    };
  };
  const tellOnce = (statement: SegmentedStatement): ToldStatement => {
    const known = told.get(statement.id);
    if (known) return known;
    const fresh = tell(statement);
    told.set(statement.id, fresh);
    return fresh;
  };
  return {
    tell: tellOnce,
    claimOf: ({ id, statement }) => {
      const own = statements.get(statement);
      if (own) tellOnce(own);
      return claimed.get(id);
    },
  };
}

const doubted = (text: string, basis: readonly Span[], { related, words }: FrameScene): string =>
  (related.source.doubts ?? []).some(
    ({ kind, span }) => kind !== 'word' && basis.some(([start, end]) => span[0] < end && start < span[1]),
  )
    ? `${text}${words.documents.templates.gap}${words.documents.templates.doubt}`
    : text;

/** A statement without the number of its item, and without what is told by words of its own. */
function isTrue(
  sentences: readonly ToldSentence[],
  statement: SegmentedStatement,
  { recommendations, calls, scores, findings }: StatementParts,
  { claims, advised }: Claims,
  { related, words }: FrameScene,
): boolean {
  const [start, end] = statement.span;
  const { text } = related.source;
  const number = /^\s*\(?\d{1,2}[.):]\s/.exec(text.slice(start, end))?.[0].length ?? 0;
  const apart =
    calls.length > 0
      ? [calledPart(statement, findings, related), ...advised]
      : [
          ...advised,
          ...recommendations.flatMap(({ condition }) => (condition ? [condition.span] : [])),
          ...scores.map(({ span }) => span),
          // "F-18" is part of a name
          ...claims.flatMap(({ kind, basis }) => (kind === 'tests' ? basis : [])),
        ];
  let ownWritten = '';
  for (let at = start + number; at < end; at += 1) {
    const inside = apart.find(([from, to]) => from <= at && at < to);
    ownWritten += inside ? ' ' : text[at];
  }
  const join = (list: readonly ToldSentence[]): string => list.map((one) => one.text).join(' ');
  return isTrueTo(
    {
      told: join(sentences),
      own: join(sentences.filter(({ isOwn }) => isOwn)),
      written: text.slice(start, end),
      ownWritten,
    },
    words,
  );
}

/** What was recognized in each statement. */
function partsIn(related: Explainable, meanings: ScoreMeanings): (statement: SegmentedStatement) => StatementParts {
  const sections = sectionsById(related);
  const group = <T>(list: readonly T[], idOf: (one: T) => string): ReadonlyMap<string, readonly T[]> => {
    const groups = new Map<string, T[]>();
    for (const one of list) {
      const own = groups.get(idOf(one));
      if (own) own.push(one);
      else groups.set(idOf(one), [one]);
    }
    return groups;
  };
  const byId = (one: { readonly statement: string }): string => one.statement;
  const findings = group(related.findings, byId);
  const recommendations = group(related.recommendations, byId);
  const calls = group(related.communications, byId);
  const measured = [...related.measurements].sort((a, b) => a.span[0] - b.span[0]);
  const within = ([start, end]: Span): readonly Measurement[] => {
    const first = firstNotBefore(measured, ({ span }) => span[0] < start);
    return measured.slice(
      first,
      firstNotBefore(measured, ({ span }) => span[0] < end, first),
    );
  };
  const scores: ReadonlyMap<SegmentedStatement, readonly ScoreMeaning[]> = meanings;
  return (statement) => ({
    findings: [...(findings.get(statement.id) ?? [])].sort((a, b) => a.span[0] - b.span[0]),
    recommendations: recommendations.get(statement.id) ?? [],
    calls: calls.get(statement.id) ?? [],
    scores: scores.get(statement) ?? [],
    measurements: within(statement.span),
    code: sections.get(statement.section)?.code ?? 'other',
  });
}

/** `isOwn`: rests on what the statement claims, not on what it asks for or passes on. */
type ToldSentence = Sentence & { readonly isOwn: boolean };
const ASKED: ReadonlySet<string> = new Set(['step', 'call', 'score', 'study', 'no-comparison']);

function sentencesOf(
  { claims, figures, isRest, seenOn, explained }: Claims,
  code: string,
  nouns: Nouns,
  scene: FrameScene,
): readonly ToldSentence[] | null {
  const { frames } = scene.words.documents;
  const sentences: ToldSentence[] = [];
  for (const run of runsOf(claims, nouns)) {
    const told = runSentences(run, code, nouns, scene);
    if (told === null) return null;
    const isOwn = !ASKED.has(run[0].kind);
    const opens = isRest && sentences.length === 0;
    sentences.push(
      ...told.map((one, at) => ({ ...one, text: opens && at === 0 ? otherwise(one.text, frames) : one.text, isOwn })),
    );
  }
  const [first, ...more] = sentences;
  if (!first) return sentences;
  // one denial that would come to several sentences cannot keep what it would explain
  if (explained && more.length > 0) return null;
  const reason = explained ? explains(first, explained, nouns, frames) : first;
  const around = seenOn ? shownBy(reason, seenOn, nouns, frames) : reason;
  if (around === null) return null;
  sentences[0] = { ...around, isOwn: first.isOwn };
  const named = figures.map((figure) => nouns.quantity(figureText(figure, frames)));
  if (figures.length > 0)
    sentences.push({
      text: nouns.sentence(
        fill(frames.figures, { figures: named.join(`${frames.marks.comma}${frames.marks.space ? ' ' : ''}`) }),
      ),
      basis: figures.map(({ span }) => span),
      isOwn: true,
    });
  const seen = new Set<string>();
  return sentences.filter(({ text }) => !seen.has(text) && seen.add(text));
}

/** "Radiografía del tórax: no se ven signos de …"; null where the test has no name. */
function shownBy(
  { text, basis }: Sentence,
  { concept, plural, places, basis: own }: SeenOn,
  nouns: Nouns,
  frames: Frames,
): Sentence | null {
  const name = nouns.name(concept, plural, { bare: true });
  const where = name === null ? null : nouns.where(places, name, frames.tests.of);
  if (name === null || where === null) return null;
  const sentence = `${(text[0] ?? '').toLowerCase()}${text.slice(1)}`;
  const told = nouns.sentence(
    fill(frames.seenOn, { test: frames.inflects ? `${name}${where}` : `${where}${name}`, sentence }),
  );
  return { text: told, basis: [...own, ...basis].sort((a, b) => a[0] - b[0]) };
}

/** "No se ven signos de … (que expliquen: hinchazón del vientre)." */
function explains(
  { text, basis }: Sentence,
  { names, isEither, span }: Explained,
  nouns: Nouns,
  frames: Frames,
): Sentence {
  const { stop } = frames.marks;
  const bare = text.endsWith(stop) ? text.slice(0, -stop.length) : text;
  return {
    text: fill(frames.explained.say, { sentence: bare, felt: nouns.list(names, isEither ? 'or' : 'and') }),
    basis: [...basis, span],
  };
}

/** "Por lo demás, los pulmones …" */
const otherwise = (text: string, { otherwise: template }: Frames): string =>
  fill(template, { sentence: `${(text[0] ?? '').toLowerCase()}${text.slice(1)}` });
