/** YAML of one language → the two files that the program ships: `reading` and `words`. */
import { byFirstWord } from '../expand.ts';
import { READING_DOCUMENTS, WORDS_DOCUMENTS } from '../schema/documents.ts';
import { LAYERS, type Layer } from '../schema/file.ts';
import { EXACT, type Form, PLURAL, type ReadingKnowledge, type TextForm, type WordsKnowledge } from '../types.ts';
import { check } from './check.ts';
import { firstWord } from './first-word.ts';
import { plural } from './inflect.ts';
import { type Loaded, type LoadedEntry, loadKnowledge } from './load.ts';
import { KnowledgeError } from './problem.ts';

export interface Compiled {
  readonly reading: ReadingKnowledge;
  readonly words: WordsKnowledge;
  readonly loaded: Loaded;
}

/**
 * Compiles data/<language>. Throws KnowledgeError with every problem found: file, line, repair.
 * With `keepGoing` the sound entries are compiled all the same: for trying out while others write. */
export function compile(root: string, language: string, version: string, { keepGoing = false } = {}): Compiled {
  const loaded = loadKnowledge(root, language);
  const problems = [...loaded.problems, ...check(loaded)];
  if (problems.length && !keepGoing) throw new KnowledgeError(problems);
  const of = (layer: Layer): LoadedEntry[] => loaded.entries.filter((entry) => entry.layer === layer);
  const READING_FIELDS = ['id', 'significance', 'region', 'site', 'laterality', 'paired', 'broader'];
  const reading = {
    language,
    version,
    concepts: of('concept').map(({ kind, value }) => ({ kind, ...pick(value, READING_FIELDS) })),
    modifiers: of('modifier').map(shipped),
    cues: of('cue').map(shipped),
    changes: of('change').map(shipped),
    headings: of('heading').map(shipped),
    phrases: of('phrase').map(shipped),
    wordings: of('wording').map(shipped),
    headingForms: formsOf(of('heading')),
    textForms: textFormsOf(of, loaded.spelling),
    spelling: loaded.spelling,
    lists: loaded.lists,
    documents: pick(loaded.documents, Object.keys(READING_DOCUMENTS)),
  };
  const words = {
    language,
    version,
    concepts: Object.fromEntries(
      of('concept').map(({ value }) => [
        value.id,
        withPlural(pick(value, ['plain', 'plural', 'number', 'means', 'term'])),
      ]),
    ),
    documents: pick(loaded.documents, Object.keys(WORDS_DOCUMENTS)),
  };
  // JSON is the boundary: what is written here is read back as these types by the engine's callers.
  return { reading: reading as unknown as ReadingKnowledge, words: words as unknown as WordsKnowledge, loaded };
}

/** In the order of the layers and their entries under each first word. */
function textFormsOf(
  of: (layer: Layer) => readonly LoadedEntry[],
  spelling: Readonly<Record<string, string>>,
): Record<string, TextForm[]> {
  const byWord = new Map<string, TextForm[]>();
  for (const layer of LAYERS) {
    if (layer === 'heading') continue;
    for (const [form, ...rest] of formsOf(of(layer), (entry) => entry.patterns.flatMap(byFirstWord))) {
      const word = firstWord(form, spelling);
      const own = byWord.get(word);
      if (own) own.push([form, layer, ...rest]);
      else byWord.set(word, [[form, layer, ...rest]]);
    }
  }
  return Object.fromEntries(byWord);
}

const writtenOut = ({ value }: LoadedEntry): readonly string[] =>
  Array.isArray(value.match) ? value.match.map(String) : [];

/** With `shipped` forms may go out as patterns; plurals are made of single forms. */
function formsOf(entries: readonly LoadedEntry[], shipped = writtenOut): Form[] {
  return entries.flatMap((one, entry) => {
    const { value, inflect } = one;
    const match = inflect ? writtenOut(one) : shipped(one);
    const exact = Array.isArray(value.abbreviations) ? value.abbreviations.map(String) : [];
    const plurals = inflect ? [...new Set(match.map(plural))].filter((form) => !match.includes(form)) : [];
    return [
      ...match.map((form): Form => [form, entry]),
      ...plurals.map((form): Form => [form, entry, PLURAL]),
      ...exact.map((form): Form => [form, entry, EXACT]),
    ];
  });
}

const NOT_SHIPPED = ['examples', 'source', 'reviewed', 'match', 'abbreviations'];
const shipped = ({ value }: LoadedEntry): object =>
  Object.fromEntries(Object.entries(value).filter(([key]) => !NOT_SHIPPED.includes(key)));
const pick = (value: Readonly<Record<string, unknown>>, fields: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(fields.filter((field) => value[field] !== undefined).map((field) => [field, value[field]]));

function withPlural(words: Record<string, unknown>): Record<string, unknown> {
  if (words.number !== 'count' || words.plural || typeof words.plain !== 'string') return words;
  return { ...words, plural: plural(words.plain) };
}
