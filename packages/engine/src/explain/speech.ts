/** Wing 4, explain: the language that is spoken. One is rewritten from the report's own words; in the others sentences are built from what the report names. */
import type { Modifier } from '@readingscan/knowledge';
import type { Finding } from '../document.ts';
import type { Told } from '../explanation.ts';
import type { ScoreMeanings, SpokenScores } from './score-meanings.ts';
import type { SpanWords } from './sentence/span-words.ts';
import type { Teller } from './sentence/statement.ts';
import type { Templates } from './templates.ts';

export interface Speech extends SpokenScores {
  /** BCP 47 */
  readonly language: string;
  readonly templates: Templates;
  /** a statement in plain sentences, with the meaning of its scores */
  readonly tell: Teller;
  readonly meanings: ScoreMeanings;
  /** plain name of a concept, for sentences of our own */
  readonly nameOf: (concept: string) => string | undefined;
  /** the main finding in few words, as sure as it is */
  readonly headlineName: (finding: Finding) => Told | undefined;
  readonly phraseWords: (slug: string) => { readonly means: string; readonly doesNotMean: string } | undefined;
  /** what a hard word means; none for an everyday one */
  readonly definition: {
    readonly concept: (id: string) => string | undefined;
    readonly modifier: (modifier: Modifier) => string | undefined;
  };
  readonly spanWords: SpanWords | null;
  /** whether the counter of reading ease is made for this language */
  readonly isGraded: boolean;
}
