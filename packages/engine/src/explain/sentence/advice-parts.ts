/** Wing 4, explain: a clause of advice cut into what asks, and pieces with the plain words that they have in advice. */
import type { Recommendation } from '../../document.ts';
import { longestForm } from '../../search.ts';
import type { Knowledge, Related } from '../../stages.ts';
import { type AdviceWord, type Ask, adviceForms } from './advice-forms.ts';
import { type AdviceTag, type VisitScene, visitAt } from './advice-visit.ts';
import { type Chunk, chunksOf, type PieceIndex } from './chunk.ts';
import { withCodedTimes } from './coded-times.ts';
import type { Language } from './language.ts';
import { comma, noun, phrase, placeOf, quality, word } from './own-chunk.ts';

/** Something that asks, or chunks. */
export interface Part {
  readonly ask?: Ask;
  readonly polite?: boolean;
  /** told by its own words where the rest of the clause is told as any other: who is to see the person, "if not" */
  readonly alone?: boolean;
  /** refuses what stands behind it */
  readonly refuses?: boolean;
  readonly chunks: readonly Chunk[];
}

export interface AdviceScene {
  readonly related: Related;
  readonly index: PieceIndex;
  readonly knowledge: Knowledge;
  /** what the statement is read to ask for */
  readonly asked: readonly Recommendation[];
  readonly language: Language;
}

/** The parts of the tokens `[from, to)` in order; null where no word of advice stands there. */
export function partsOf(from: number, to: number, base: readonly Chunk[], scene: AdviceScene): readonly Part[] | null {
  const { related, index, knowledge } = scene;
  const words = knowledge.words;
  if (!words) return null;
  const { advice } = words.documents;
  const forms = adviceForms(advice, knowledge.reading.spelling);
  const tagAt = (at: number): AdviceTag | null =>
    at < to ? longestForm<AdviceWord>(forms, related.source.text, related.tokens, at, to) : null;
  const visits: VisitScene = {
    tokens: related.tokens,
    toward: new Set(advice.toward),
    sends: new Set(advice.sends),
    joins: knowledge.reading.documents.recommendations.steps,
    tagAt,
    end: to,
  };
  const parts: Part[] = [];
  let open = from;
  const flush = (end: number): void => {
    if (end > open)
      for (const chunk of withCodedTimes(chunksOf(related, [open, end], index, knowledge), scene.asked, knowledge))
        parts.push({ chunks: [chunk] });
  };
  for (let at = from; at < to; ) {
    const tag = tagAt(at);
    const part = tag && ownPart(tag, at, visits, scene);
    if (!tag || !part || !fits(base, at, part.to)) {
      at += 1;
      continue;
    }
    flush(at);
    parts.push(part.part);
    at = open = part.to;
  }
  flush(to);
  return parts.some(({ ask, polite, chunks: [chunk] }) => ask || polite || chunk?.own) ? parts : null;
}

/** The same clause where only what tells itself is told by its frame; null where nothing does. */
export function aloneOf(parts: readonly Part[], base: readonly Chunk[]): readonly Chunk[] | null {
  const own = parts.flatMap(({ alone, chunks }) => (alone ? chunks : []));
  if (own.length === 0) return null;
  const around = base.filter((chunk) => !own.some(({ from, to }) => chunk.from < to && from < chunk.to));
  return [...around, ...own].sort((one, other) => one.from - other.from);
}

/** A form is not taken out of the middle of a name: "follow" of a longer one stays with it. */
const fits = (base: readonly Chunk[], from: number, to: number): boolean =>
  base.every(
    (chunk) =>
      chunk.to <= from ||
      chunk.from >= to ||
      (chunk.from >= from && chunk.to <= to) ||
      chunk.kind === 'phrase' ||
      chunk.kind === 'wording',
  );

interface Own {
  readonly part: Part;
  readonly to: number;
}

function ownPart(tag: AdviceTag, at: number, visits: VisitScene, scene: AdviceScene): Own | null {
  const { related, knowledge } = scene;
  const { value, to } = tag;
  const advice = knowledge.words?.documents.advice;
  if (!advice) return null;
  const place = (end: number): ReturnType<typeof placeOf> => placeOf(related, at, end);
  const visit = visitAt(tag, visits);
  const joins = visits.toward.has(related.tokens[at - 1]?.norm ?? '');
  if (visit?.frame) {
    const plain = visit.frame.replace('{who}', visit.who);
    return {
      part: {
        alone: !visits.sends.has(related.tokens[at]?.norm ?? ''),
        chunks: [noun(place(visit.to), plain, 'count')],
      },
      to: visit.to,
    };
  }
  const isBehindArticle = ARTICLES.has(related.tokens[at - 1]?.norm ?? '');
  if (visit && isNamedAlone(at, visit.to, visits, scene))
    return {
      part: { chunks: [noun(place(visit.to), advice.visitAlone.replace('{who}', visit.who), 'count')] },
      to: visit.to,
    };
  // not the team of "the colorectal MDT", which is named for it
  if (
    visit &&
    joins &&
    !(isBehindArticle && advice.since.includes(related.tokens[at - 2]?.norm ?? '')) &&
    isClosed(visit.to, visits, scene)
  )
    return { part: { chunks: [phrase(place(visit.to), visit.who)] }, to: visit.to };
  if (value.ask && !(value.followUp || value.thing))
    return { part: { ask: value.ask, chunks: chunksOf(related, [at, to], scene.index, knowledge) }, to };
  if (value.polite) return { part: { polite: true, chunks: chunksOf(related, [at, to], scene.index, knowledge) }, to };
  const goesOn = isTest(to, scene);
  if (value.thing && isTestBefore(at, scene)) return { part: { chunks: [phrase(place(to), advice.afterTest)] }, to };
  const closed = isClosed(to, visits, scene) && related.tokens[at - 1]?.norm !== 'in';
  if (value.thing && !(value.followUp && goesOn) && closed)
    return { part: { chunks: [noun(place(to), value.thing.plain, value.thing.number)] }, to };
  if (value.followUp && goesOn) return { part: { chunks: [quality(place(to), value.followUp)] }, to };
  if (value.repeat && (goesOn || closed)) return { part: { chunks: repeated(place(to), to, goesOn, scene) }, to };
  if (value.alone && closed) return { part: { chunks: [noun(place(to), value.alone, 'count')] }, to };
  if (value.refusal && refuses(scene))
    return { part: { refuses: true, chunks: [phrase(place(to), value.refusal)] }, to };
  if (value.contrary && isBehindIf(at, scene, advice.conditions))
    return { part: { alone: true, chunks: [phrase(place(to), value.contrary), comma(place(to))] }, to };
  if (value.manner) return { part: { chunks: [quality(place(to), value.manner)] }, to };
  if (!value.turn) return null;
  const { plain, joined } = value.turn;
  const before = related.tokens[at - 1]?.norm;
  if (joined && before !== 'and' && !advice.aims.includes(related.tokens[at]?.norm ?? '')) return null;
  const said = joined && before === 'and' ? joined : plain;
  const denies = said.endsWith(' no');
  const chunks = [phrase(place(to), denies ? said.slice(0, -3) : said)];
  return { part: { chunks: denies ? [...chunks, word(place(to), 'no')] : chunks }, to };
}

/** Whether the statement is read to refuse something. */
const refuses = ({ asked }: AdviceScene): boolean => asked.some(({ action }) => action === 'none-needed');

/** Whether what was asked for before it in its statement hangs on a condition. */
function isBehindIf(
  at: number,
  { related: { statements, tokens } }: AdviceScene,
  conditions: readonly string[],
): boolean {
  const own = statements.find(({ from, to }) => from <= at && at < to);
  return own !== undefined && tokens.slice(own.from, at).some(({ norm }) => conditions.includes(norm));
}

/** "MRI surveillance": the test stands before it. */
const isTestBefore = (at: number, { index, related, knowledge }: AdviceScene): boolean => {
  for (let from = at - 1; from >= Math.max(0, at - NEAR); from -= 1) {
    const match = index.concept.get(from);
    if (match?.to === at) {
      const kind = knowledge.reading.concepts[match.entry]?.kind;
      return kind === 'test' && related.tokens[at - 1]?.kind === 'word';
    }
  }
  return false;
};

const ARTICLES: ReadonlySet<string> = new Set(['the', 'a', 'an']);

/** "ENT please", "suggest neurosurgery": all that is asked for. */
function isNamedAlone(from: number, to: number, { tagAt, end }: VisitScene, scene: AdviceScene): boolean {
  const { related, asked } = scene;
  if (!asked.some(({ action }) => action === 'referral')) return false;
  const own = related.statements.find((one) => one.from <= from && from < one.to);
  const isMark = (at: number): boolean => at >= end || related.tokens[at]?.kind === 'mark';
  const before = tagAt(from - 1)?.value;
  const opens = own?.from === from || Boolean(before?.ask && tagAt(from - 1)?.to === from) || Boolean(before?.polite);
  const closes = isMark(to) || (tagAt(to)?.value.polite === true && isMark(to + 1));
  return opens && closes;
}

/** Nothing of the same name follows: the end, a mark, a link, or what asks. */
function isClosed(at: number, { tagAt, end }: VisitScene, { related, language }: AdviceScene): boolean {
  const token = related.tokens[at];
  if (!token || at >= end || token.kind !== 'word') return token?.norm !== '/';
  const { ask, turn, polite } = tagAt(at)?.value ?? {};
  return (
    Boolean(ask || turn || polite) || language.prepositions.has(token.norm) || language.connectives.has(token.norm)
  );
}

/** "Repeat CT" is another CT; "repeat" alone is the test that was done. */
function repeated(
  place: ReturnType<typeof placeOf>,
  to: number,
  goesOn: boolean,
  scene: AdviceScene,
): readonly Chunk[] {
  const { templates, advice } = scene.knowledge.words?.documents ?? {};
  if (!templates || !advice) return [];
  const { one, many, alone } = advice.repeat;
  if (goesOn) return [isPlural(to, scene) ? quality(place, many) : word(place, one)];
  const modality = scene.asked.find(({ modality: own }) => own)?.modality;
  const test = modality && templates.modalities[modality]?.replace(/^an? /, '');
  return test ? [word(place, one), noun(place, test, 'count')] : [phrase(place, alone)];
}

const NEAR = 5; // tokens of the name of a test

/** Whether a test is named right behind a place: "repeat chest CT", "follow-up left knee X-ray". */
function isTest(at: number, scene: AdviceScene): boolean {
  return testBehind(at, scene) !== null;
}

const isPlural = (at: number, scene: AdviceScene): boolean => testBehind(at, scene)?.plural === true;

function testBehind(at: number, { related, index, knowledge }: AdviceScene): { readonly plural: boolean } | null {
  const chunks = chunksOf(related, [at, Math.min(at + NEAR, related.tokens.length)], index, knowledge);
  for (const chunk of chunks) {
    if (chunk.kind === 'concept' && chunk.concept.kind !== 'anatomy')
      return chunk.concept.kind === 'finding' || chunk.concept.kind === 'device' ? null : { plural: chunk.plural };
    if (
      chunk.kind !== 'modifier' &&
      chunk.kind !== 'concept' &&
      !(chunk.kind === 'wording' && chunk.wording.class === 'adjective')
    )
      return null;
  }
  return null;
}
