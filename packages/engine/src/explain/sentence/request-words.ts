/** Wing 4, explain: the words of requests as tables that are quick to ask, made once per knowledge. */
import type { WordsDocuments } from '@readingscan/knowledge';
import { longestForm } from '../../search.ts';
import type { Knowledge, Related } from '../../stages.ts';
import { buildTrie, type FormEntry, phraseTrie, type Trie } from '../../trie.ts';

type Requests = WordsDocuments['requests'];
export type RequestTerm = Requests['terms'][number];
export type RequestManner = keyof Requests['tells'];
/** what begins a piece, or stands between two of which one may be so */
export type Sign = RequestManner | 'versus';

export interface RequestWords {
  readonly documents: Requests;
  readonly signs: Trie<Sign>;
  readonly terms: Trie<RequestTerm>;
  readonly persons: Trie<true>;
  readonly ages: Trie<true>;
  readonly sexes: Trie<true>;
  readonly presents: Trie<true>;
  readonly before: Trie<true>;
  readonly history: Trie<true>;
  readonly otherHeadings: ReadonlySet<string>;
  readonly stops: ReadonlySet<string>;
  readonly afterTerms: ReadonlySet<string>;
  readonly symptoms: ReadonlySet<string>;
  readonly conditions: ReadonlySet<string>;
}

const cache = new WeakMap<Requests, RequestWords>();

export function requestWordsOf({ words, lexicon: { spelling } }: Knowledge): RequestWords | null {
  if (!words) return null;
  const documents = words.documents.requests;
  let found = cache.get(documents);
  if (!found) {
    const trieOf = (forms: readonly string[]): Trie<true> => phraseTrie(forms, spelling);
    const signs = [
      ...Object.entries(documents.cues).flatMap(([manner, forms]) =>
        forms.map((form): FormEntry<Sign> => [form, manner as RequestManner]),
      ),
      ...documents.versus.map((form): FormEntry<Sign> => [form, 'versus']),
    ];
    const terms = documents.terms.flatMap((term) => term.match.map((form): FormEntry<RequestTerm> => [form, term]));
    found = {
      documents,
      signs: buildTrie(signs, spelling),
      terms: buildTrie(terms, spelling),
      persons: trieOf(documents.persons),
      ages: trieOf(documents.ages),
      sexes: trieOf(documents.sexes),
      presents: trieOf(documents.presents),
      before: trieOf(documents.durations.before),
      history: trieOf(documents.durations.history),
      otherHeadings: new Set(documents.otherHeadings),
      stops: new Set(documents.stops),
      afterTerms: new Set(documents.afterTerms),
      symptoms: new Set(documents.symptoms),
      conditions: new Set(documents.conditions),
    };
    cache.set(documents, found);
  }
  return found;
}

/** The token after the longest form of a table at a place; the place itself where none stands there. */
export const after = (trie: Trie<true>, { source, tokens }: Related, at: number, to: number): number =>
  longestForm(trie, source.text, tokens, at, to)?.to ?? at;
