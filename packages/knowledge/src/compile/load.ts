/** All YAML of one language, checked against its schemas, with defaults filled in. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { expand } from '../expand.ts';
import { READING_DOCUMENTS, WORDS_DOCUMENTS } from '../schema/documents.ts';
import { type Layer, PLACES } from '../schema/file.ts';
import type { Problem } from './problem.ts';
import { readYaml, schemaProblems, type YamlFile } from './yaml-file.ts';

export interface LoadedEntry {
  readonly layer: Layer;
  readonly kind: string | undefined;
  readonly inflect: boolean;
  /** its forms written out */
  readonly value: Readonly<Record<string, unknown>>;
  /** its forms as they stand in the file, with their alternatives in braces */
  readonly patterns: readonly string[];
  readonly file: YamlFile;
  readonly index: number;
}

export interface Loaded {
  readonly language: string;
  readonly entries: readonly LoadedEntry[];
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly spelling: Readonly<Record<string, string>>;
  readonly documents: Readonly<Record<string, unknown>>;
  readonly problems: readonly Problem[];
}

const fileShape = z.strictObject({
  defaults: z.record(z.string(), z.unknown()).default({}),
  entries: z.array(z.record(z.string(), z.unknown())),
});
const listShape = z.strictObject({
  source: z.string().optional(),
  words: z.array(z.union([z.string(), z.number()]).transform(String)),
});
const spellingShape = z.strictObject({ source: z.string(), words: z.record(z.string(), z.string()) });

export function loadKnowledge(root: string, language: string): Loaded {
  const folder = join(root, language);
  const entries: LoadedEntry[] = [];
  const lists: Record<string, readonly string[]> = {};
  let spelling: Readonly<Record<string, string>> = {};
  const documents: Record<string, unknown> = {};
  const problems: Problem[] = [];

  const parsed = <T>(file: YamlFile, schema: z.ZodType<T>): T | undefined => {
    problems.push(...file.problems);
    if (file.problems.length) return undefined;
    const result = schema.safeParse(file.value);
    if (!result.success) problems.push(...schemaProblems(file, [], result.error));
    return result.data;
  };

  for (const [place, { layer, schema, kind, inflect }] of Object.entries(PLACES)) {
    for (const path of yamlFiles(join(folder, place))) {
      const file = readYaml(path, nameOf(root, path));
      const content = parsed(file, fileShape);
      content?.entries.forEach((entry, index) => {
        const result = schema.safeParse({ ...content.defaults, ...entry });
        if (result.success) {
          const value = asRecord(result.data);
          const patterns = Array.isArray(value.match) ? value.match.map(String) : [];
          entries.push({ layer, kind, inflect, value: expanded(value), patterns, file, index });
        } else problems.push(...schemaProblems(file, ['entries', index], result.error));
      });
    }
  }
  for (const path of yamlFiles(join(folder, 'lists'))) {
    const list = parsed(readYaml(path, nameOf(root, path)), listShape);
    if (list) lists[basename(path, '.yml')] = list.words;
  }
  const spellingPath = join(folder, 'spelling.yml');
  if (existsSync(spellingPath))
    spelling = parsed(readYaml(spellingPath, nameOf(root, spellingPath)), spellingShape)?.words ?? {};
  for (const [name, schema] of Object.entries<z.ZodType>({ ...READING_DOCUMENTS, ...WORDS_DOCUMENTS })) {
    const single = join(folder, `${name}.yml`);
    const paths = existsSync(single) ? [single] : yamlFiles(join(folder, name));
    if (paths.length === 0)
      problems.push({
        file: `${language}/${name}.yml`,
        line: 1,
        message: 'the file is missing',
        repair: `write data/${language}/${name}.yml or a folder of that name`,
      });
    for (const path of paths) {
      const value = parsed(readYaml(path, nameOf(root, path)), schema);
      const before = documents[name];
      documents[name] = Array.isArray(before) && Array.isArray(value) ? [...before, ...value] : value;
    }
  }
  return { language, entries, lists, spelling, documents, problems };
}

export function yamlFiles(folder: string): string[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yml'))
    .sort()
    .map((name) => join(folder, name));
}

export const nameOf = (root: string, path: string): string => `data/${path.slice(root.length).replace(/^[/\\]/, '')}`;

/** Alternatives in braces written out: the rest of the compiler sees forms only. */
const expanded = (value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Array.isArray(value.match)
    ? { ...value, match: [...new Set(value.match.flatMap((form) => expand(String(form))))] }
    : value;

/** A parsed entry is always an object: its schemas are objects. */
const asRecord = (value: unknown): Readonly<Record<string, unknown>> => Object.fromEntries(Object.entries(value ?? {}));
