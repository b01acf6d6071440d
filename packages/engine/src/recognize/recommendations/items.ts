/** Wing 2, recognize: the words of a text as items of advice: each with all the parts it can play in a recommendation. */
import type { ReadingDocuments, ReadingKnowledge } from '@readingscan/knowledge';
import type { Modality, Recommendation, RecommendationAction, TimeUnit } from '../../document.ts';
import type { Token } from '../../token.ts';
import { tokenize } from '../../token.ts';
import { buildVocabulary, tagsIn, type Vocabulary } from '../../vocabulary.ts';

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
  | 'context';
export type Bound = ReadingDocuments['recommendations']['bounds'][number]['bound'];

/** All that a form of the vocabulary can be. */
export interface Mark {
  readonly kinds: Set<Kind>;
  test?: { readonly modality: Modality; readonly region: string | null };
  region?: string;
  action?: {
    readonly action: RecommendationAction;
    readonly modality: Modality | null;
    readonly region: string | null;
    readonly weak: boolean;
  };
  trigger?: {
    readonly strength: Recommendation['strength'];
    readonly side: 'after' | 'before' | 'both';
    strong: boolean;
  };
  number?: number;
  unit?: TimeUnit;
  period?: { readonly min: number; readonly max: number; readonly unit: TimeUnit; readonly repeat: boolean };
  bound?: Bound;
  guideline?: { readonly guideline: string; readonly classification: boolean };
  context?: Modality;
}

/** A word or mark of the text with its part; tokens `[from, to)`. */
export interface Item {
  readonly mark: Mark;
  readonly from: number;
  readonly to: number;
  /** the mark or the word itself, for punctuation and numbers */
  readonly norm: string;
}

const PLAIN: Mark = { kinds: new Set() };

export function isA(item: Item | undefined, ...kinds: readonly Kind[]): boolean {
  if (item === undefined || item.mark.kinds.size === 0) return false;
  for (const kind of kinds) if (item.mark.kinds.has(kind)) return true;
  return false;
}

/** Items of the tokens `[from, to)`: every token belongs to exactly one. */
export function itemsOf(
  vocabulary: Vocabulary<Mark>,
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
): Item[] {
  const items: Item[] = [];
  let at = from;
  const fill = (end: number): void => {
    for (; at < end; at += 1) {
      const token = tokens[at];
      if (token) items.push({ mark: plainMark(token), from: at, to: at + 1, norm: token.norm });
    }
  };
  for (const tag of tagsIn(vocabulary, text, tokens, from, to)) {
    fill(tag.from);
    items.push({ mark: tag.value, from: tag.from, to: tag.to, norm: tokens[tag.from]?.norm ?? '' });
    at = tag.to;
  }
  fill(to);
  return items;
}

function plainMark(token: Token): Mark {
  if (token.kind !== 'number') return PLAIN;
  return { kinds: new Set(['number']), number: Number(token.norm.replaceAll(',', '')) };
}

/** The vocabulary of advice of a knowledge: forms of several entries carry the parts of all of them. */
export function adviceVocabulary(knowledge: ReadingKnowledge): Vocabulary<Mark> {
  const { recommendations: advice, study } = knowledge.documents;
  const byForm = new Map<string, { form: string; exact: boolean; mark: Mark }>();
  const key = (form: string, exact: boolean): string =>
    exact
      ? `=${form}`
      : tokenize(form, knowledge.spelling)
          .filter(({ norm }) => norm !== '-')
          .map(({ norm }) => norm)
          .join(' ');
  const put = (
    entry: { readonly match?: readonly string[]; readonly exact?: readonly string[] },
    kind: Kind,
    set: (mark: Mark) => void = () => {},
  ): void => {
    const forms = [
      ...(entry.match ?? []).map((f) => [f, false] as const),
      ...(entry.exact ?? []).map((f) => [f, true] as const),
    ];
    for (const [form, exact] of forms) {
      const id = key(form, exact);
      const slot = byForm.get(id) ?? { form, exact, mark: { kinds: new Set<Kind>() } };
      byForm.set(id, slot);
      slot.mark.kinds.add(kind);
      set(slot.mark);
    }
  };
  for (const t of study.tests) put(t, 'test', (m) => (m.test = { modality: t.modality, region: t.region ?? null }));
  for (const r of study.regions) put(r, 'region', (m) => (m.region ??= r.region));
  for (const c of study.contexts) put(c, 'context', (m) => (m.context ??= c.modality));
  for (const t of advice.triggers) put(t, 'trigger', (m) => (m.trigger ??= t));
  for (const a of advice.actions)
    put(a, 'action', (m) => {
      m.action ??= { action: a.action, modality: a.modality ?? null, region: a.region ?? null, weak: a.weak };
    });
  for (const [kind, match] of entriesOf(advice.words)) put({ match }, kind);
  for (const [form, value] of Object.entries(advice.numbers))
    put({ match: [form] }, 'number', (m) => (m.number = value));
  for (const u of advice.units) put(u, 'unit', (m) => (m.unit = u.unit));
  for (const p of advice.periods) put(p, 'period', (m) => (m.period = p));
  for (const b of advice.bounds) put(b, 'bound', (m) => (m.bound ??= b.bound));
  put({ match: advice['not-times'] }, 'not-time');
  for (const g of advice.guidelines) put(g, 'guideline', (m) => (m.guideline = g));
  const slots = [...byForm.values()].sort((a, b) => Number(b.exact) - Number(a.exact));
  return buildVocabulary(
    slots.map(({ form, exact, mark }) => ({ value: mark, ...(exact ? { exact: [form] } : { match: [form] }) })),
    knowledge.spelling,
  );
}

const entriesOf = (words: Words): [keyof Words, string[]][] =>
  // the keys of a strict object are the keys of its type
  (Object.keys(words) as (keyof Words)[]).map((kind) => [kind, words[kind]]);
