/** Ground floor: one trie over every vocabulary; one pass over the tokens finds the longest form of each layer. */
import { type Layer, type ReadingKnowledge, shippedForms } from '@readingscan/knowledge';
import { countAt, type FormIndex, rowsAt } from './form-index.ts';
import { firstWord } from './form-words.ts';
import { firstNotBefore } from './order.ts';
import { eachForm } from './search.ts';
import type { Token } from './token.ts';
import { type FormEntry, type Trie, unlaid } from './trie.ts';
import type { Spelling } from './word.ts';

export interface Match {
  readonly layer: Layer;
  /** index of the entry in its layer of the knowledge */
  readonly entry: number;
  /** first token, and the one after the last */
  readonly from: number;
  readonly to: number;
  /** span in the text */
  readonly start: number;
  readonly end: number;
  /** the form is the plural of its entry */
  readonly plural: boolean;
}

export type Matches = Readonly<Record<Layer, readonly Match[]>>;

interface Output {
  readonly layer: Layer;
  readonly entry: number;
  readonly plural: boolean;
}

export interface Lexicon {
  readonly forms: Trie<Output>;
  /** how many forms begin with a word */
  readonly beginning: (word: string) => number;
  readonly spelling: Spelling;
}

export const LAYERS: readonly Layer[] = ['concept', 'modifier', 'cue', 'change', 'heading', 'phrase', 'wording'];

/** All forms: a word's are written out when a text holds it. */
export function buildLexicon({ spelling }: ReadingKnowledge, index: FormIndex): Lexicon {
  const formsAt = (place: number): readonly FormEntry<Output>[] => {
    const entries: FormEntry<Output>[] = [];
    for (const { shipped, layer, entry, isExact } of rowsAt(index, place)) {
      const { one, many } = shippedForms(shipped);
      const isAt = (form: string): boolean => index.first.get(firstWord(form, spelling) ?? '') === place;
      const all = hasOneFirst(shipped);
      const add = (forms: readonly string[], plural: boolean): void => {
        if (forms.length === 0) return;
        const output: Output = { layer, entry, plural };
        for (const form of forms) if (all || isAt(form)) entries.push([form, output, isExact]);
      };
      add(one, false);
      add(many, true);
    }
    return entries;
  };
  return {
    forms: { first: index.first, nodes: unlaid(index.first.size), formsAt, spelling, merge: null },
    beginning: (word) => countAt(index, index.first.get(word) ?? -1),
    spelling,
  };
}

/** All forms of a shipped one begin with one word, as those of "lung nodule<|s>"; those of "nodule<|s>" with two. */
function hasOneFirst(shipped: string): boolean {
  const open = shipped.indexOf('<');
  const space = shipped.indexOf(' ');
  return open < 0 || (space >= 0 && space < open);
}

const none = (): Record<Layer, Match[]> => ({
  concept: [],
  modifier: [],
  cue: [],
  change: [],
  heading: [],
  phrase: [],
  wording: [],
});

/** The longest matches of each layer from left to right, without overlap inside a layer. Of entries with one form the first counts. */
export function findMatches(text: string, tokens: readonly Token[], { forms }: Lexicon): Matches {
  const found = none();
  let from = 0;
  const add = ({ layer, entry, plural }: Output, to: number): void => {
    const own = found[layer];
    const last = own.length === 0 ? undefined : own[own.length - 1];
    if (last && (last.from < from ? last.to > from : last.to === to)) return;
    const start = tokens[from]?.start ?? 0;
    const match: Match = { layer, entry, from, to, start, end: tokens[to - 1]?.end ?? 0, plural };
    if (last?.from === from) own[own.length - 1] = match;
    else own.push(match);
  };
  // "non-perforated appendicitis": what begins with the denied word names nothing that is there; "appendicitis" does
  const addUnnamed = (output: Output, to: number): void => {
    if (output.layer !== 'concept' && output.layer !== 'modifier') add(output, to);
  };
  let prefix = -PREFIX.length;
  for (; from < tokens.length; from += 1) {
    const token = tokens[from];
    if (!token) break;
    const { first } = token.word;
    if (first >= 0) {
      const behind = from - prefix;
      const isDenied = behind === 1 || (behind === 2 && isHyphenated(tokens, from));
      eachForm(forms, text, tokens, from, tokens.length, isDenied ? addUnnamed : add, first);
    }
    if (token.norm.length === PREFIX.length && token.norm === PREFIX) prefix = from;
  }
  return found;
}

/** "non-tension", "non tension": the word is denied. */
const PREFIX = 'non';

const isHyphenated = (tokens: readonly Token[], at: number): boolean => {
  const before = tokens[at - 1];
  return before?.norm === '-' && before.glued && tokens[at]?.glued === true;
};

/** The same matches with those of one layer put in their place. Written out: what a spread makes is of another shape to the machine. */
export function withLayer(matches: Matches, layer: 'concept' | 'modifier' | 'cue', own: readonly Match[]): Matches {
  const { concept, modifier, cue, change, heading, phrase, wording } = matches;
  if (layer === 'concept') return { concept: own, modifier, cue, change, heading, phrase, wording };
  if (layer === 'modifier') return { concept, modifier: own, cue, change, heading, phrase, wording };
  return { concept, modifier, cue: own, change, heading, phrase, wording };
}

/** The same match of another entry, written out as above. */
export const withEntry = ({ layer, from, to, start, end, plural }: Match, entry: number): Match => ({
  layer,
  entry,
  from,
  to,
  start,
  end,
  plural,
});

/** Of matches in order, those inside `[from, to)`: found without a walk over the whole report. */
export function matchesWithin(matches: readonly Match[], from: number, to: number): readonly Match[] {
  const first = firstNotBefore(matches, (match) => match.to <= from);
  let end = first;
  while (end < matches.length && (matches[end]?.to ?? Number.POSITIVE_INFINITY) <= to) end += 1;
  return matches.slice(first, end);
}
