/** Ground floor: words that name an examination, its region and its contrast. */
import type { ReadingKnowledge } from '@readingscan/knowledge';
import type { Modality, Study } from './document.ts';
import type { Token } from './token.ts';
import { tokenize } from './token.ts';
import { buildVocabulary, type Tagged, tagsIn, type Vocabulary } from './vocabulary.ts';

export interface Named {
  modality?: Modality;
  region?: string;
  contrast?: NonNullable<Study['contrast']>;
}

export interface StudyWords {
  readonly tests: Vocabulary<Named>;
  readonly contrast: Vocabulary<Named>;
  /** words before the date of the examination, and before other dates */
  readonly labels: Vocabulary<'exam' | 'other'>;
}

const cache = new WeakMap<object, StudyWords>();

export function studyWords(reading: ReadingKnowledge): StudyWords {
  let words = cache.get(reading);
  if (!words) {
    const { study } = reading.documents;
    const { spelling } = reading;
    words = {
      tests: merged(
        [
          ...study.tests.map(({ modality, region, match, exact }) => ({
            value: { modality, ...(region ? { region } : {}) },
            match,
            exact,
          })),
          ...study.regions.map(({ region, match, exact }) => ({ value: { region }, match, exact })),
        ],
        spelling,
      ),
      contrast: buildVocabulary(
        study.contrast.map(({ contrast, match, exact }) => ({ value: { contrast }, match, exact })),
        spelling,
      ),
      labels: buildVocabulary(
        [
          { value: 'other' as const, match: study.calendar.other },
          { value: 'exam' as const, match: study.calendar.exam },
        ],
        spelling,
      ),
    };
    cache.set(reading, words);
  }
  return words;
}

/** A form that names a test and a region (portable chest) holds both. */
function merged(
  entries: readonly { readonly value: Named; readonly match: readonly string[]; readonly exact: readonly string[] }[],
  spelling: ReadingKnowledge['spelling'],
): Vocabulary<Named> {
  const byForm = new Map<string, { form: string; exact: boolean; value: Named }>();
  for (const { value, match, exact } of entries) {
    for (const [form, isExact] of [...match.map((f) => [f, false] as const), ...exact.map((f) => [f, true] as const)]) {
      const words = tokenize(form, spelling).map(({ norm }) => norm);
      const key = isExact ? `=${form}` : words.join(' ');
      const slot = byForm.get(key);
      if (slot) slot.value = { ...value, ...slot.value };
      else byForm.set(key, { form, exact: isExact, value });
    }
  }
  const slots = [...byForm.values()].sort((a, b) => Number(b.exact) - Number(a.exact));
  return buildVocabulary(
    slots.map(({ form, exact, value }) => ({ value, ...(exact ? { exact: [form] } : { match: [form] }) })),
    spelling,
  );
}

export const namedIn = (
  { tests }: StudyWords,
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
): Tagged<Named>[] => tagsIn(tests, text, tokens, from, to);
