/** Wing 4, explain: the words of advice as one tree of forms, each with what it becomes. */
import type { WordsKnowledge } from '@readingscan/knowledge';
import { buildTrie, type FormEntry, type Trie } from '../../trie.ts';
import type { Spelling } from '../../word.ts';

type Advice = WordsKnowledge['documents']['advice'];

export interface Ask {
  /** before what it asks for: the report advises */
  readonly plain: string;
  /** behind what it asks for: is advised, would help */
  readonly tail: string;
  /** whether it stands before what it asks for */
  readonly before: boolean;
  readonly after: boolean;
  /** for the same once more */
  readonly again: boolean;
}

/** All that a form can be. */
export interface AdviceWord {
  readonly ask?: Ask;
  readonly polite?: boolean;
  readonly repeat?: boolean;
  readonly followUp?: string;
  readonly manner?: string;
  readonly thing?: Advice['things'][number];
  readonly specialty?: string;
  readonly team?: boolean;
  readonly visit?: string;
  /** such a visit where no team is known */
  readonly alone?: string | undefined;
  /** "no indication for": what is not advised stands behind it */
  readonly refusal?: string;
  /** "otherwise": what stands for it behind an "if" */
  readonly contrary?: string;
  readonly turn?: Advice['turns'][number];
}

const cache = new WeakMap<Advice, Trie<AdviceWord>>();

/** Made once for a language; a form of several lists carries all of them. */
export function adviceForms(advice: Advice, spelling: Spelling): Trie<AdviceWord> {
  let forms = cache.get(advice);
  if (!forms) {
    forms = buildTrie(entriesOf(advice), spelling, merged);
    cache.set(advice, forms);
  }
  return forms;
}

const merged = (one: AdviceWord, other: AdviceWord): AdviceWord => ({
  ...other,
  ...one,
  ...(one.ask && other.ask
    ? { ask: { ...one.ask, before: one.ask.before || other.ask.before, after: one.ask.after || other.ask.after } }
    : {}),
});

function entriesOf(advice: Advice): readonly FormEntry<AdviceWord>[] {
  const entries: FormEntry<AdviceWord>[] = [];
  const put = (match: readonly string[] | undefined, word: AdviceWord): void => {
    for (const form of match ?? []) entries.push([form, word]);
  };
  for (const { plain = '', tail, before, after, again } of advice.asks) {
    put(before, { ask: { plain, tail, again, before: true, after: false } });
    put(after, { ask: { plain, tail, again, before: false, after: true } });
  }
  put(advice.polite, { polite: true });
  put(advice.repeat.match, { repeat: true });
  put(advice.followUp.match, { followUp: advice.followUp.plain });
  for (const { match, plain } of advice.refusals) put(match, { refusal: plain });
  put(advice.contrary.match, { contrary: advice.contrary.plain });
  for (const { match, plain } of advice.manner) put(match, { manner: plain });
  for (const thing of advice.things) put(thing.match, { thing });
  for (const { match, plain } of advice.specialties) put(match, { specialty: plain });
  put(advice.teams, { team: true });
  for (const { match, plain, alone } of advice.visits) put(match, { visit: plain, alone });
  for (const turn of advice.turns) put(turn.match, { turn });
  return entries;
}
