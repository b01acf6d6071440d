/** Deidentify: the words of the knowledge beside which something stands that tells who a text is about. */
import type { IdentifierLabel } from '../deidentification.ts';
import type { Knowledge } from '../stages.ts';
import { begins, buildTrie, type Trie } from '../trie.ts';

export type Cue = { readonly kind: 'field'; readonly label: IdentifierLabel } | { readonly kind: 'person' };

export interface Cues {
  readonly before: Trie<Cue>;
  readonly titles: ReadonlySet<string>;
  readonly particles: ReadonlySet<string>;
  readonly notNames: ReadonlySet<string>;
  readonly facilities: ReadonlySet<string>;
  readonly departments: ReadonlySet<string>;
  readonly streets: ReadonlySet<string>;
  readonly states: ReadonlySet<string>;
  readonly months: ReadonlySet<string>;
  readonly weekdays: ReadonlySet<string>;
  readonly credentials: ReadonlySet<string>;
  readonly examWords: ReadonlySet<string>;
  /** words that a finding or a place of the body begins with */
  readonly medical: (norm: string) => boolean;
  readonly everyday: ReadonlySet<string>;
}

const cache = new WeakMap<object, Cues>();

export function cuesOf(knowledge: Knowledge): Cues {
  let cues = cache.get(knowledge.reading);
  if (!cues) {
    cues = build(knowledge);
    cache.set(knowledge.reading, cues);
  }
  return cues;
}

function build({ reading, lexicon }: Knowledge): Cues {
  const words = reading.documents.identifiers;
  const set = (list: readonly string[]): ReadonlySet<string> => new Set(list.map((word) => word.toLowerCase()));
  const labels: readonly (keyof typeof words.fields)[] = [
    'MRN',
    'ACCESSION',
    'SSN',
    'NATIONAL_ID',
    'HEALTH_PLAN_ID',
    'LICENSE',
    'DEVICE_ID',
    'USERNAME',
    'PHONE',
  ];
  const before: (readonly [string, Cue])[] = [
    ...labels.flatMap((label) =>
      words.fields[label].map((phrase): readonly [string, Cue] => [phrase, { kind: 'field', label }]),
    ),
    ...words.people.map((phrase): readonly [string, Cue] => [phrase, { kind: 'person' }]),
  ];
  return {
    before: buildTrie(before, reading.spelling),
    titles: set(words.titles),
    particles: set(words.particles),
    notNames: set(words.notNames),
    facilities: set(words.facilities),
    departments: set(words.departments),
    streets: set(words.streets),
    states: new Set(words.states),
    months: set(words.months),
    weekdays: set(words.weekdays),
    credentials: set(reading.lists.credentials ?? []),
    examWords: set(reading.lists['exam-words'] ?? []),
    medical: (norm) => begins(lexicon.forms, norm),
    everyday: set(reading.lists.everyday ?? []),
  };
}
