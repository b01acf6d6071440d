/** YAML of a language in which reports are only told → its one file, held to the ids of the language they are read in. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { TRANSLATED, TRANSLATED_DOCUMENTS } from '../schema/translation.ts';
import type { FrameWords } from '../types.ts';
import { idOf } from './check.ts';
import { type Loaded, nameOf, yamlFiles } from './load.ts';
import { KnowledgeError, type Problem } from './problem.ts';
import { readYaml, schemaProblems, type YamlFile } from './yaml-file.ts';

const fileShape = z.strictObject({
  defaults: z.record(z.string(), z.unknown()).default({}),
  entries: z.array(z.record(z.string(), z.unknown())),
});

interface Entry {
  readonly folder: keyof typeof TRANSLATED;
  readonly key: string;
  readonly value: Readonly<Record<string, unknown>>;
  readonly file: YamlFile;
  readonly index: number;
}

/** Compiles data/<language>. Throws KnowledgeError with every problem: an id without words, words without an id, a wrong field. */
export function translate(root: string, language: string, version: string, source: Loaded): FrameWords {
  const problems: Problem[] = [];
  const entries: Entry[] = [];
  for (const folder of FOLDERS)
    for (const path of yamlFiles(join(root, language, folder))) {
      const file = readYaml(path, nameOf(root, path));
      problems.push(...file.problems);
      const content = fileShape.safeParse(file.value);
      if (!content.success) {
        if (!file.problems.length) problems.push(...schemaProblems(file, [], content.error));
        continue;
      }
      content.data.entries.forEach((entry, index) => {
        const parsed = TRANSLATED[folder].safeParse({ ...content.data.defaults, ...entry });
        if (!parsed.success) problems.push(...schemaProblems(file, ['entries', index], parsed.error));
        else {
          const value: Readonly<Record<string, unknown>> = parsed.data;
          entries.push({ folder, key: keyOf(value), value, file, index });
        }
      });
    }
  const documents: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries<z.ZodType>(TRANSLATED_DOCUMENTS)) {
    const path = join(root, language, `${name}.yml`);
    if (!existsSync(path)) {
      problems.push({ file: nameOf(root, path), line: 1, message: 'the file is missing', repair: `write ${name}.yml` });
      continue;
    }
    const file = readYaml(path, nameOf(root, path));
    const parsed = schema.safeParse(file.value);
    problems.push(...file.problems, ...(parsed.success ? [] : schemaProblems(file, [], parsed.error)));
    documents[name] = parsed.data;
  }
  problems.push(...unmatched(entries, language, source));
  if (problems.length) throw new KnowledgeError(problems);
  const of = (...folders: readonly Entry['folder'][]): Record<string, unknown> =>
    Object.fromEntries(
      entries.filter(({ folder }) => folders.includes(folder)).map(({ key, value }) => [key, shipped(value)]),
    );
  const words = {
    language,
    version,
    concepts: of('findings', 'anatomy', 'devices', 'procedures', 'tests'),
    modifiers: of('modifiers'),
    phrases: of('phrases'),
    scales: of('scales'),
    documents,
  };
  // JSON is the boundary: what is written here is read back as this type by the engine's callers
  return words as unknown as FrameWords;
}

// the keys of a constant are the keys of its type
const FOLDERS = Object.keys(TRANSLATED) as (keyof typeof TRANSLATED)[];
const LAYER: Readonly<Record<string, string>> = { modifiers: 'modifier', phrases: 'phrase' };

const keyOf = ({ id, slug, system }: Readonly<Record<string, unknown>>): string => String(id ?? slug ?? system);

const NOT_SHIPPED: ReadonlySet<string> = new Set(['id', 'slug', 'system', 'source', 'reviewed']);
const shipped = (value: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(Object.entries(value).filter(([key]) => !NOT_SHIPPED.has(key)));

/** Every id of the language that is read has words, once, and no words are without an id. */
function unmatched(entries: readonly Entry[], language: string, source: Loaded): Problem[] {
  const problems: Problem[] = [];
  const given = new Map<string, Entry>();
  const layerOf = ({ folder }: Entry): string => LAYER[folder] ?? (folder === 'scales' ? 'scale' : 'concept');
  for (const entry of entries) {
    const id = `${layerOf(entry)} ${entry.key}`;
    if (given.has(id))
      problems.push(at(entry, `${entry.key} stands already in ${given.get(id)?.file.name}`, 'remove one of the two'));
    given.set(id, entry);
  }
  for (const entry of source.entries) {
    if (!['concept', 'modifier', 'phrase'].includes(entry.layer)) continue;
    const id = idOf(entry);
    const own = given.get(`${entry.layer} ${id}`);
    given.delete(`${entry.layer} ${id}`);
    const explained = entry.layer !== 'phrase' && entry.value.term === true && entry.value.means !== undefined;
    if (!own)
      problems.push({
        file: entry.file.name.replace(`data/${source.language}/`, `data/${language}/`),
        line: 1,
        message: `${entry.layer} ${id} has no words in ${language}`,
        repair: `write an entry of that id (it is "${entry.value.plain ?? id}" in ${source.language})`,
      });
    else if (explained && own.value.means === undefined)
      problems.push(at(own, `${id}: means is missing`, 'say in one sentence what it means'));
  }
  for (const { system, categories } of scalesOf(source)) {
    const own = given.get(`scale ${system}`);
    given.delete(`scale ${system}`);
    const known = Object.keys(own?.value.categories ?? {});
    const missing = categories.map(({ code }) => code).filter((code) => !known.includes(code));
    if (own && missing.length)
      problems.push(at(own, `${system}: no words for ${missing.join(', ')}`, 'write these categories'));
    if (!own)
      problems.push({
        file: `data/${language}/scales`,
        line: 1,
        message: `scale ${system} has no words in ${language}`,
        repair: 'write an entry with all of its categories',
      });
  }
  for (const entry of given.values())
    problems.push(at(entry, `${entry.key} is no id of ${source.language}`, 'remove the entry, or correct its id'));
  return problems;
}

interface ScaleIds {
  readonly system: string;
  readonly categories: readonly { readonly code: string }[];
}
// the document was checked against its schema when it was loaded
const scalesOf = ({ documents }: Loaded): readonly ScaleIds[] => (documents.scales ?? []) as readonly ScaleIds[];

const at = ({ file, index }: Entry, message: string, repair: string): Problem => ({
  file: file.name,
  line: file.line(['entries', index]),
  message,
  repair,
});
