/** YAML of one language → the two files that the program ships: `reading` and `words`. */
import { createHash } from 'node:crypto';
import { byFirstWord } from '../expand.ts';
import { type EntryForms, linesOf, pair } from '../form-lines.ts';
import { EDITORIAL, READING_DOCUMENTS, WORDS_DOCUMENTS } from '../schema/documents.ts';
import { LAYERS, type Layer } from '../schema/file.ts';
import { specializations } from '../schema/specializations.ts';
import type { HeadingForm, ReadingKnowledge, TextLayer, WordsKnowledge } from '../types.ts';
import { check } from './check.ts';
import { plural } from './inflect.ts';
import { type Loaded, type LoadedEntry, loadKnowledge } from './load.ts';
import { type NamedParts, namedParts } from './named-parts.ts';
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
    named: namedIn(loaded, of),
    headingForms: headingFormsOf(of('heading')),
    textForms: textFormsOf(of),
    spelling: loaded.spelling,
    lists: loaded.lists,
    documents: told(pick(loaded.documents, Object.keys(READING_DOCUMENTS))),
  };
  const words = {
    language,
    version,
    concepts: Object.fromEntries(
      of('concept').map(({ value }) => [
        value.id,
        withPlural(pick(value, ['plain', 'plural', 'number', 'located', 'means', 'term'])),
      ]),
    ),
    documents: told(pick(loaded.documents, Object.keys(WORDS_DOCUMENTS))),
  };
  // JSON is the boundary: what is written here is read back as these types by the engine's callers.
  return {
    reading: { ...reading, digest: digestOf(reading) } as unknown as ReadingKnowledge,
    words: words as unknown as WordsKnowledge,
    loaded,
  };
}

const digestOf = (value: object): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, DIGITS);
const DIGITS = 32;

/** Nothing where the document has problems, which are told. */
function namedIn({ documents }: Loaded, of: (layer: Layer) => readonly LoadedEntry[]): NamedParts {
  const known = specializations.safeParse(documents.specializations);
  return known.success ? namedParts(of('concept'), of('modifier'), known.data) : { findings: [], states: [] };
}

/** Headings are looked for by themselves. */
const inText = (layer: Layer): layer is TextLayer => layer !== 'heading';

const textFormsOf = (of: (layer: Layer) => readonly LoadedEntry[]): Record<string, string> =>
  Object.fromEntries(LAYERS.filter(inText).map((layer) => [layer, linesOf(of(layer).map(shippedFormsOf))]));

function shippedFormsOf(entry: LoadedEntry): EntryForms {
  const match = entry.inflect ? withPlurals(writtenOut(entry)) : entry.patterns.flatMap(byFirstWord);
  return { match, exact: abbreviationsOf(entry) };
}

/** Each form with its plural, which may be written among the forms too. */
function withPlurals(forms: readonly string[]): string[] {
  const plurals = forms.map((form) => [form, plural(form)] as const);
  const many = new Set(plurals.flatMap(([one, form]) => (one === form ? [] : [form])));
  const told = new Set<string>();
  return plurals.flatMap(([one, form]) => {
    if (many.has(one)) return [];
    if (one === form || told.has(form)) return [one];
    told.add(form);
    return [pair(one, form)];
  });
}

const writtenOut = ({ value }: LoadedEntry): readonly string[] =>
  Array.isArray(value.match) ? value.match.map(String) : [];

const abbreviationsOf = ({ value }: LoadedEntry): readonly string[] =>
  Array.isArray(value.abbreviations) ? value.abbreviations.map(String) : [];

const headingFormsOf = (entries: readonly LoadedEntry[]): HeadingForm[] =>
  entries.flatMap((one, entry) =>
    [...writtenOut(one), ...abbreviationsOf(one)].map((form): HeadingForm => [form, entry]),
  );

const NOT_SHIPPED: readonly string[] = [...EDITORIAL, 'match', 'abbreviations'];
const shipped = ({ value }: LoadedEntry): object =>
  Object.fromEntries(Object.entries(value).filter(([key]) => !NOT_SHIPPED.includes(key)));

/** A document without what is for editors only. */
function told(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(told);
  if (typeof value !== 'object' || value === null) return value;
  const isShipped = (key: string): boolean => !EDITORIAL.some((one) => one === key);
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => (isShipped(key) ? [[key, told(one)] as const] : [])),
  );
}

const pick = (value: Readonly<Record<string, unknown>>, fields: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(fields.filter((field) => value[field] !== undefined).map((field) => [field, value[field]]));

function withPlural({ located, ...words }: Record<string, unknown>): Record<string, unknown> {
  const own = typeof located === 'string' ? { located: pair(located, plural(located)) } : {};
  return { ...pluralized(words), ...own };
}

function pluralized(words: Record<string, unknown>): Record<string, unknown> {
  if (words.number !== 'count' || words.plural || typeof words.plain !== 'string') return words;
  return { ...words, plural: plural(words.plain) };
}
