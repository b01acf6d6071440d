/** Ground floor: words that name an examination, its region and its contrast. */
import type { ReadingDocuments, ReadingKnowledge } from '@readingscan/knowledge';
import type { Modality, Study } from './document.ts';
import { type Tagged, tagsIn } from './search.ts';
import type { Token } from './token.ts';
import { buildTrie, type FormEntry, formsOf, type Trie } from './trie.ts';

export interface Named {
  modality?: Modality;
  region?: string;
  contrast?: NonNullable<Study['contrast']>;
}

export interface StudyWords {
  readonly tests: Trie<Named>;
  readonly contrast: Trie<Named>;
  /** words before the date of the examination, and before other dates */
  readonly labels: Trie<Label>;
}

type Label = 'exam' | 'other';

const cache = new WeakMap<object, StudyWords>();

export function studyWords(reading: ReadingKnowledge): StudyWords {
  let words = cache.get(reading);
  if (!words) {
    const { study } = reading.documents;
    const { spelling } = reading;
    words = {
      tests: buildTrie(testForms(study), spelling, (one, other) => ({ ...other, ...one })),
      contrast: buildTrie(
        study.contrast.flatMap(({ contrast, match, exact }) => formsOf<Named>({ contrast }, match, exact)),
        spelling,
      ),
      labels: buildTrie(
        [...formsOf<Label>('other', study.calendar.other), ...formsOf<Label>('exam', study.calendar.exam)],
        spelling,
      ),
    };
    cache.set(reading, words);
  }
  return words;
}

/** A form that names a test and a region (portable chest) holds both; forms that count letter by letter come first. */
function testForms({ tests, regions }: ReadingDocuments['study']): FormEntry<Named>[] {
  const named = [
    ...tests.map(({ modality, region, match, exact }) => ({
      value: { modality, ...(region ? { region } : {}) },
      match,
      exact,
    })),
    ...regions.map(({ region, within, match, exact }) => ({ value: { region: within ?? region }, match, exact })),
  ];
  return [
    ...named.flatMap(({ value, exact }) => formsOf<Named>(value, [], exact)),
    ...named.flatMap(({ value, match }) => formsOf<Named>(value, match)),
  ];
}

export const namedIn = (
  { tests }: StudyWords,
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
): Tagged<Named>[] => tagsIn(tests, text, tokens, from, to);
