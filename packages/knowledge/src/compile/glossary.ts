/** YAML of the glossary → its one file, never loaded by the reader: each entry held to its schema, its concept, its sources and its reading ease. */
import { join } from 'node:path';
import { fleschKincaidGrade, wordsOf } from '../readability.ts';
import { type GlossaryEntry, type GlossaryFile, glossaryEntry, glossaryFile } from '../schema/glossary.ts';
import type { GlossaryKnowledge, GlossaryPage } from '../types.ts';
import { radlexCodes } from './codes.ts';
import { type Loaded, nameOf, yamlFiles } from './load.ts';
import { KnowledgeError, type Problem } from './problem.ts';
import { readYaml, schemaProblems, type YamlFile } from './yaml-file.ts';

/** of what it is, and of a whole page */
const GRADE = 8;
/** words in a row by which two texts are compared */
const RUN = 5;
const SHARED = 0.5;
/** ways to write a word that are kept for the search */
const MOST_FORMS = 6;

interface Placed {
  readonly entry: GlossaryEntry;
  readonly content: GlossaryFile;
  readonly file: YamlFile;
  readonly index: number;
}

/** Compiles data/<language>/glossary. Throws KnowledgeError with every problem found. */
export function compileGlossary(root: string, language: string, version: string, source: Loaded): GlossaryKnowledge {
  const placed: Placed[] = [];
  const problems: Problem[] = [];
  for (const path of yamlFiles(join(root, language, 'glossary'))) {
    const file = readYaml(path, nameOf(root, path));
    const content = glossaryFile.safeParse(file.value);
    problems.push(...file.problems);
    if (content.success) {
      const own = entriesOf(file, content.data);
      problems.push(...own.problems, ...sourcesUsed(own.placed, file, content.data));
      placed.push(...own.placed);
    } else if (!file.problems.length) problems.push(...schemaProblems(file, [], content.error));
  }
  problems.push(...references(placed, source), ...reading(placed), ...claims(placed, source), ...alike(placed));
  if (problems.length) throw new KnowledgeError(problems);
  return { language, version, entries: pagesOf(placed, source, radlexCodes(root, source)) };
}

function entriesOf(file: YamlFile, content: GlossaryFile): { readonly placed: Placed[]; readonly problems: Problem[] } {
  const placed: Placed[] = [];
  const problems: Problem[] = [];
  content.entries.forEach((raw, index) => {
    const parsed = glossaryEntry.safeParse(raw);
    if (parsed.success) placed.push({ entry: parsed.data, content, file, index });
    else problems.push(...schemaProblems(file, ['entries', index], parsed.error));
  });
  return { placed, problems };
}

function sourcesUsed(placed: readonly Placed[], file: YamlFile, { sources }: GlossaryFile): Problem[] {
  const used = new Set(placed.flatMap(({ entry }) => entry.sources));
  return [
    ...placed.flatMap((one) =>
      one.entry.sources
        .filter((key) => !sources[key])
        .map((key) => at(one, 'sources', `there is no source ${key}`, 'name one of this file')),
    ),
    ...Object.keys(sources)
      .filter((key) => !used.has(key))
      .map((key) => atPath(file, ['sources', key], `no entry uses ${key}`, 'remove it')),
  ];
}

/** By name; a related concept without a page of its own is left out. */
function pagesOf(
  placed: readonly Placed[],
  { entries, language }: Loaded,
  radlex: ReadonlyMap<string, string>,
): GlossaryPage[] {
  const concepts = new Map(entries.filter(mayHavePage).map(({ value }) => [value.id, value]));
  const pages = new Set(placed.map(({ entry }) => entry.id));
  return placed
    .map(({ entry: { reviewed, ...told }, content }) => ({
      ...told,
      part: content.part,
      also: alsoOf(told, concepts.get(told.id) ?? {}),
      related: told.related.filter((id) => pages.has(id)),
      sources: told.sources.flatMap((key) => content.sources[key] ?? []),
      radlex: radlex.get(told.id) ?? null,
      reviewed: typeof reviewed === 'object' ? reviewed : null,
    }))
    .sort((a, b) => a.name.localeCompare(b.name, language));
}

/** A thing, or what is said of one: "too small to characterize". */
const mayHavePage = ({ layer }: Loaded['entries'][number]): boolean => layer === 'concept' || layer === 'modifier';

/** Other ways to write it, the plain name first: what a search finds it by. */
function alsoOf({ name }: Pick<GlossaryEntry, 'name'>, concept: Readonly<Record<string, unknown>>): readonly string[] {
  const { plain, abbreviations = [], match = [] } = concept;
  const all = [plain, ...[abbreviations, match].flat()].map(String);
  return [...new Set(all)].filter((form) => form.toLowerCase() !== name.toLowerCase()).slice(0, MOST_FORMS);
}

const atPath = (file: YamlFile, path: readonly PropertyKey[], message: string, repair: string): Problem => ({
  file: file.name,
  line: file.line(path),
  message,
  repair,
});
const at = ({ entry, file, index }: Placed, field: string, message: string, repair: string): Problem =>
  atPath(file, ['entries', index, field], `${entry.id}: ${message}`, repair);

/** All that is told of an entry, sentence by sentence. */
const tolds = (entry: GlossaryEntry): readonly string[] => [
  entry.answer,
  entry.what,
  ...Object.values(entry.seen),
  entry.next,
  ...entry.falseFriends.map(({ differs }) => differs),
];

function references(placed: readonly Placed[], source: Loaded): Problem[] {
  const concepts = new Set(source.entries.filter(mayHavePage).map(({ value }) => String(value.id)));
  const ids = new Map<string, Placed>();
  const names = new Map<string, Placed>();
  return placed.flatMap((one) => {
    const { id, name, related } = one.entry;
    const problems: Problem[] = [];
    if (!concepts.has(id))
      problems.push(at(one, 'id', `there is no concept ${id}`, 'correct the id or write that concept'));
    for (const [field, key, seen] of [
      ['id', id, ids],
      ['name', name.toLowerCase(), names],
    ] as const) {
      const first = seen.get(key);
      if (first) problems.push(at(one, field, `stands already in ${first.file.name}`, 'merge the two entries'));
      else seen.set(key, one);
    }
    for (const other of related)
      if (!concepts.has(other) || other === id)
        problems.push(at(one, 'related', `"${other}" is no other concept`, 'correct the id or remove it'));
    return problems;
  });
}

function reading(placed: readonly Placed[]): Problem[] {
  return placed.flatMap((one) => {
    const parts: readonly (readonly [field: string, texts: readonly string[]])[] = [
      ['what', [one.entry.answer, one.entry.what]],
      ['next', tolds(one.entry)],
    ];
    return parts.flatMap(([field, texts]) => {
      const grade = fleschKincaidGrade(texts) ?? 0;
      return grade > GRADE
        ? [
            at(
              one,
              field,
              `reads at grade ${grade.toFixed(1)}`,
              `use shorter words and sentences, grade ${GRADE} at most`,
            ),
          ]
        : [];
    });
  });
}

/** Nothing that alarms or soothes, and no share of people to whom something happens. */
function claims(placed: readonly Placed[], { lists }: Loaded): Problem[] {
  const banned = (lists.banned ?? []).map((word) => word.toLowerCase());
  return placed.flatMap((one) => {
    const text = tolds(one.entry).join(' ').toLowerCase();
    const word = banned.find((phrase) => text.includes(phrase)) ?? /\d ?%|per ?cent\b|\bsurviv\w*/.exec(text)?.[0];
    return word
      ? [at(one, 'answer', `"${word}" is not said to patients`, 'say it without alarm, promise or percentage')]
      : [];
  });
}

/** Texts that share more than half of their runs of five words say nothing of their own. */
function alike(placed: readonly Placed[]): Problem[] {
  return (['answer', 'what', 'next'] as const).flatMap((field) => {
    const holders = new Map<string, number[]>();
    const sizes = placed.map(({ entry }, index) => {
      const runs = new Set(runsOf(entry[field]));
      for (const run of runs) holders.set(run, [...(holders.get(run) ?? []), index]);
      return runs.size;
    });
    const shared = new Map<string, number>();
    for (const list of holders.values())
      for (const [i, one] of list.entries())
        for (const other of list.slice(i + 1)) shared.set(`${one} ${other}`, (shared.get(`${one} ${other}`) ?? 0) + 1);
    return [...shared].flatMap(([pair, count]) => {
      const [one = 0, other = 0] = pair.split(' ').map(Number);
      const [first, second] = [placed[one], placed[other]];
      const least = Math.min(sizes[one] ?? 0, sizes[other] ?? 0);
      return first && second && count > SHARED * least
        ? [at(second, field, `says nearly the same as ${first.entry.id}`, 'say what is its own')]
        : [];
    });
  });
}

function runsOf(text: string): readonly string[] {
  const words = wordsOf(text.toLowerCase());
  return words.slice(0, Math.max(0, words.length - RUN + 1)).map((_, at) => words.slice(at, at + RUN).join(' '));
}
