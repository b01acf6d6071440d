/** Ground floor: one trie over every vocabulary; one pass over the tokens finds the longest form of each layer. */
import { EXACT, expand, type Layer, PLURAL, type ReadingKnowledge, type TextForm } from '@readingscan/knowledge';
import { firstNotBefore } from './order.ts';
import { eachForm } from './search.ts';
import type { Token } from './token.ts';
import { buildGroupedTrie, type FormEntry, type Trie } from './trie.ts';
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
  readonly spelling: Spelling;
}

export const LAYERS: readonly Layer[] = ['concept', 'modifier', 'cue', 'change', 'heading', 'phrase', 'wording'];

export function buildLexicon({ textForms, spelling }: ReadingKnowledge): Lexicon {
  const entriesOf = ([pattern, layer, entry, flags = 0]: TextForm): FormEntry<Output>[] => {
    const output: Output = { layer, entry, plural: (flags & PLURAL) !== 0 };
    const exact = (flags & EXACT) !== 0;
    return expand(pattern).map((form): FormEntry<Output> => [form, output, exact]);
  };
  return { forms: buildGroupedTrie(textForms, entriesOf, spelling), spelling };
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
    const last = own[own.length - 1];
    if (last && (last.from < from ? last.to > from : last.to === to)) return;
    const start = tokens[from]?.start ?? 0;
    const match: Match = { layer, entry, from, to, start, end: tokens[to - 1]?.end ?? 0, plural };
    if (last?.from === from) own[own.length - 1] = match;
    else own.push(match);
  };
  for (; from < tokens.length; from += 1) {
    const first = tokens[from]?.word.first ?? -1;
    if (first >= 0) eachForm(forms, text, tokens, from, tokens.length, add, first);
  }
  return found;
}

/** Of matches in order, those inside `[from, to)`: found without a walk over the whole report. */
export function matchesWithin(matches: readonly Match[], from: number, to: number): readonly Match[] {
  const first = firstNotBefore(matches, (match) => match.to <= from);
  let end = first;
  while (end < matches.length && (matches[end]?.to ?? Number.POSITIVE_INFINITY) <= to) end += 1;
  return matches.slice(first, end);
}
