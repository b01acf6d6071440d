/** Wing 2, recognize: the words of a text as items of advice: each with all the parts it can play in a recommendation. */
import type { ReadingDocuments, ReadingKnowledge } from '@readingscan/knowledge';
import type { Modality, Recommendation, RecommendationAction, TimeUnit } from '../../document.ts';
import { longestForm } from '../../search.ts';
import type { Token } from '../../token.ts';
import { buildTrie, type FormEntry, formsOf, type Trie } from '../../trie.ts';
import { SIGN } from '../sign.ts';

type Words = ReadingDocuments['recommendations']['words'];
export type Kind =
  | keyof Words
  | 'test'
  | 'region'
  | 'action'
  | 'trigger'
  | 'number'
  | 'unit'
  | 'period'
  | 'bound'
  | 'not-time'
  | 'guideline'
  | 'month'
  | 'weekday'
  | 'occasion'
  | 'cycle'
  | 'care'
  | 'context';
export type Bound = ReadingDocuments['recommendations']['bounds'][number]['bound'];

/** All that a form of the vocabulary can be. */
export interface Mark {
  readonly kinds: ReadonlySet<Kind>;
  /** what its kinds mean for the question whether a statement advises */
  readonly signs: number;
  readonly test?: { readonly modality: Modality; readonly region: string | null };
  readonly region?: string;
  readonly action?: {
    readonly action: RecommendationAction;
    readonly modality: Modality | null;
    readonly region: string | null;
    readonly weak: boolean;
  };
  readonly trigger?: {
    readonly strength: Recommendation['strength'];
    readonly side: 'after' | 'before' | 'both';
    strong: boolean;
  };
  readonly number?: number;
  readonly unit?: TimeUnit;
  readonly period?: { readonly min: number; readonly max: number; readonly unit: TimeUnit; readonly repeat: boolean };
  readonly bound?: Bound;
  readonly guideline?: { readonly guideline: string; readonly classification: boolean };
  readonly context?: { readonly modality: Modality; readonly unborn: boolean };
  readonly occasion?: { readonly occasion: string; readonly ahead: boolean };
  readonly care?: string;
}

/** A word or mark of the text with its part; tokens `[from, to)`. */
export interface Item {
  readonly mark: Mark;
  readonly from: number;
  readonly to: number;
  /** the mark or the word itself, for punctuation and numbers */
  readonly norm: string;
}

const PLAIN: Mark = { kinds: new Set(), signs: 0 };

/** A test, a scan or the like: what may be asked for. */
const THING = SIGN.thing | SIGN.aim;

/** What the kinds of a word mean for the question whether a statement advises. */
const SIGNS: Partial<Record<Kind, number>> = {
  trigger: SIGN.ask,
  correlate: SIGN.ask | SIGN.aim,
  'consult-alone': SIGN.ask | SIGN.aim,
  need: SIGN.ask,
  'no-need': SIGN.ask,
  against: SIGN.ask,
  'against-behind': SIGN.ask,
  'takes-back': SIGN.ask,
  no: SIGN.no,
  specialty: SIGN.specialty | THING,
  consult: SIGN.consult | THING,
  follow: SIGN.follow | THING,
  scan: SIGN.follow | THING,
  workup: SIGN.follow | THING,
  surveil: SIGN.follow | THING,
  test: THING,
  action: THING,
  exam: THING,
  sends: THING | SIGN.occasion,
  'talk-with': THING,
  outside: SIGN.aim,
  repeat: SIGN.aim,
  unit: SIGN.occasion,
  period: SIGN.occasion,
  now: SIGN.occasion,
  soon: SIGN.occasion,
  condition: SIGN.occasion | SIGN.aside,
  'condition-closed': SIGN.occasion | SIGN.aside,
  settled: SIGN.occasion,
  sooner: SIGN.aside,
  otherwise: SIGN.aside,
  purpose: SIGN.aside,
  imperative: SIGN.occasion,
  guideline: SIGN.occasion,
  hurry: SIGN.occasion,
  start: SIGN.occasion,
  event: SIGN.occasion,
  occasion: SIGN.occasion,
  month: SIGN.occasion,
  weekday: SIGN.occasion,
  care: SIGN.ask | SIGN.aim,
};

export function isA(item: Item | undefined, ...kinds: readonly Kind[]): boolean {
  if (item === undefined || item.mark.kinds.size === 0) return false;
  for (const kind of kinds) if (item.mark.kinds.has(kind)) return true;
  return false;
}

/** A word that plays no part in advice, at most that of what a sample is taken of. */
export const isPlain = ({ mark: { kinds } }: Item): boolean =>
  kinds.size === 0 || (kinds.size === 1 && kinds.has('found'));

/** Items of the tokens `[from, to)` by the vocabulary of advice: every token belongs to exactly one. */
export function itemsOf(
  vocabulary: Trie<Mark>,
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
): Item[] {
  const items: Item[] = [];
  for (let at = from; at < to; ) {
    const token = tokens[at];
    if (!token) break;
    const tag = longestForm(vocabulary, text, tokens, at, to, token.word.advice);
    const end = tag ? tag.to : at + 1;
    items.push({ mark: tag ? tag.value : plainMark(token), from: at, to: end, norm: token.norm });
    at = end;
  }
  return items;
}

const NUMBER: ReadonlySet<Kind> = new Set<Kind>(['number']);

function plainMark(token: Token): Mark {
  if (token.kind !== 'number') return PLAIN;
  return { kinds: NUMBER, signs: 0, number: Number(token.norm.replaceAll(',', '')) };
}

/** Whether advice may be about one of the items `[from, to)`. */
export function mayAim(items: readonly Item[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (aims(items[at])) return true;
  return false;
}

export const aims = (item: Item | undefined): boolean => bears(item, SIGN.aim);

/** Whether an item bears one of these signs: a look before its kinds are asked for. */
export const bears = (item: Item | undefined, signs: number): boolean =>
  item !== undefined && (item.mark.signs & signs) !== 0;

const vocabularies = new WeakMap<ReadingKnowledge, Trie<Mark>>();

/** The vocabulary of advice of a knowledge, made once: forms of several entries carry the parts of all of them. */
export function adviceVocabulary(knowledge: ReadingKnowledge): Trie<Mark> {
  let vocabulary = vocabularies.get(knowledge);
  if (!vocabulary) {
    vocabulary = buildTrie(adviceForms(knowledge), knowledge.spelling, (one, other) => ({
      ...other,
      ...one,
      kinds: new Set([...one.kinds, ...other.kinds]),
      signs: one.signs | other.signs,
    }));
    vocabularies.set(knowledge, vocabulary);
  }
  return vocabulary;
}

const cache = new WeakMap<ReadingKnowledge, readonly FormEntry<Mark>[]>();

/** Its forms, made once; those that count letter by letter come first. */
export function adviceForms(knowledge: ReadingKnowledge): readonly FormEntry<Mark>[] {
  let forms = cache.get(knowledge);
  if (!forms) {
    forms = formsIn(knowledge);
    cache.set(knowledge, forms);
  }
  return forms;
}

function formsIn(knowledge: ReadingKnowledge): readonly FormEntry<Mark>[] {
  const { recommendations: advice, study } = knowledge.documents;
  const exact: FormEntry<Mark>[] = [];
  const match: FormEntry<Mark>[] = [];
  const put = (
    entry: { readonly match?: readonly string[]; readonly exact?: readonly string[] },
    kind: Kind,
    part: Omit<Mark, 'kinds' | 'signs'> = {},
    more = 0,
  ): void => {
    const denies = part.action?.action === 'none-needed' ? SIGN.ask : 0;
    const mark: Mark = { ...part, kinds: new Set([kind]), signs: (SIGNS[kind] ?? 0) | denies | more };
    match.push(...formsOf(mark, entry.match));
    exact.push(...formsOf(mark, [], entry.exact));
  };
  // "EGD and colonoscopy" alone asks for them
  for (const t of study.tests)
    put(
      t,
      'test',
      { test: { modality: t.modality, region: t.region ?? null } },
      t.modality === 'ES' ? SIGN.occasion : 0,
    );
  for (const r of study.regions) put(r, 'region', { region: r.region });
  for (const c of study.contexts) put(c, 'context', { context: { modality: c.modality, unborn: c.unborn } });
  for (const trigger of advice.triggers) put(trigger, 'trigger', { trigger });
  for (const a of advice.actions)
    put(a, 'action', {
      action: { action: a.action, modality: a.modality ?? null, region: a.region ?? null, weak: a.weak },
    });
  for (const [kind, match] of entriesOf(advice.words)) put({ match }, kind);
  // "to exclude" is an occasion to ask for a test, a bare "for" is not
  put({ match: advice.words.purpose.filter((form) => form.includes(' ')) }, 'purpose', {}, SIGN.occasion);
  for (const [form, number] of Object.entries(advice.numbers)) put({ match: [form] }, 'number', { number });
  for (const u of advice.units) put(u, 'unit', { unit: u.unit });
  for (const period of advice.periods) put(period, 'period', { period });
  for (const b of advice.bounds) put(b, 'bound', { bound: b.bound });
  put({ match: advice['not-times'] }, 'not-time');
  put({ match: Object.keys(study.calendar.months) }, 'month');
  put({ match: study.calendar.weekdays.slice(0, 7) }, 'weekday');
  for (const { match, ...occasion } of advice.occasions) put({ match }, 'occasion', { occasion });
  put({ match: advice.dates.cycle }, 'cycle');
  for (const { care, match } of advice.care) put({ match }, 'care', { care });
  for (const g of advice.guidelines) put(g, 'guideline', { guideline: g });
  return [...exact, ...match];
}

const entriesOf = (words: Words): [keyof Words, string[]][] =>
  // the keys of a strict object are the keys of its type
  (Object.keys(words) as (keyof Words)[]).map((kind) => [kind, words[kind]]);
