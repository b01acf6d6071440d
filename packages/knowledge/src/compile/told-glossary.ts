/** YAML of the glossary in a language that reports are only told in → its one file: each page held to the one it tells, fact by fact as far as a program can. */
import { join } from 'node:path';
import { sentencesOf, wordsOf } from '../readability.ts';
import { type ToldGlossaryEntry, toldGlossaryEntry, toldGlossaryFile } from '../schema/glossary.ts';
import type { GlossaryKnowledge, GlossaryPage } from '../types.ts';
import { nameOf, yamlFiles } from './load.ts';
import { KnowledgeError, type Problem } from './problem.ts';
import { readYaml, schemaProblems, type YamlFile } from './yaml-file.ts';

interface Told {
  readonly entry: ToldGlossaryEntry;
  readonly file: YamlFile;
  readonly index: number;
}

/** What differs between languages in how a page is held to its source. */
interface Manner {
  /** letters told for a letter of English, at least and at most: what lies outside has lost or added something */
  readonly share: readonly [least: number, most: number];
  /** words in a sentence, on average over a page; letters, where no spaces stand between words */
  readonly sentence: number;
  readonly lengthOf: (text: string) => number;
  readonly sentences: (text: string) => readonly string[];
  /** what no page says: shares of people, survival; and what the language does not write */
  readonly never: RegExp;
}

const byWords = (text: string): number => wordsOf(text).length;
const MANNERS: Readonly<Record<string, Manner>> = {
  es: {
    share: [0.75, 1.9],
    sentence: 20,
    lengthOf: byWords,
    sentences: sentencesOf,
    // a person is addressed as "usted": forms of "tú" are not written
    never: /\d ?%|por ciento|porcentaje|superviv|sobreviv|(?<!\p{L})(?:tú|tus?|te|ti|contigo)(?!\p{L})/iu,
  },
  zh: {
    share: [0.18, 0.75],
    sentence: 34,
    lengthOf: (text) => text.replace(/[^\p{L}\p{N}]/gu, '').length,
    sentences: (text) => text.split(/(?<=[。？！])/u).filter((part) => part.trim() !== ''),
    // shares, survival, marks of another script beside characters; a person is addressed as "您"
    never: /\d ?%|百分之|生存率|存活率|\p{Script=Han}[,.;:?!]|[,.;:?!]\p{Script=Han}|你/u,
  },
};

/** Compiles data/<language>/glossary. Throws KnowledgeError with every problem found. */
export function compileToldGlossary(root: string, language: string, english: GlossaryKnowledge): GlossaryKnowledge {
  const told: Told[] = [];
  const problems: Problem[] = [];
  for (const path of yamlFiles(join(root, language, 'glossary'))) {
    const read = readToldGlossary(path, nameOf(root, path));
    told.push(...read.told);
    problems.push(...read.problems);
  }
  problems.push(...toldProblems(told, english.entries, language));
  const known = new Set(told.map(({ entry }) => entry.id));
  for (const { id } of english.entries)
    if (!known.has(id))
      problems.push({
        file: `data/${language}/glossary`,
        line: 1,
        message: `${id} has no page in ${language}`,
        repair: 'write an entry of that id',
      });
  if (problems.length) throw new KnowledgeError(problems);
  const pages = new Map(english.entries.map((page) => [page.id, page]));
  const entries = told
    .flatMap(({ entry }) => {
      const page = pages.get(entry.id);
      return page ? [pageOf(entry, page)] : [];
    })
    .sort((a, b) => a.name.localeCompare(b.name, language));
  return { language, version: english.version, entries };
}

/** The reports are in English: their word stands beside the told one, and the search finds it. */
function pageOf({ reviewed, ...told }: ToldGlossaryEntry, english: GlossaryPage): GlossaryPage {
  return {
    ...english,
    ...told,
    falseFriends: told.falseFriends.map((friend, at) => ({ ...friend, written: english.falseFriends[at]?.term ?? '' })),
    written: english.name,
    also: [english.name, ...english.also],
    reviewed: typeof reviewed === 'object' ? reviewed : null,
  };
}

export function readToldGlossary(path: string, name: string): { readonly told: Told[]; readonly problems: Problem[] } {
  const told: Told[] = [];
  const file = readYaml(path, name);
  const problems = [...file.problems];
  const content = toldGlossaryFile.safeParse(file.value);
  if (!content.success) return { told, problems: problems.length ? problems : schemaProblems(file, [], content.error) };
  content.data.entries.forEach((raw, index) => {
    const parsed = toldGlossaryEntry.safeParse(raw);
    if (parsed.success) told.push({ entry: parsed.data, file, index });
    else problems.push(...schemaProblems(file, ['entries', index], parsed.error));
  });
  return { told, problems };
}

/** What is wrong with pages against those they tell. */
export function toldProblems(told: readonly Told[], english: readonly GlossaryPage[], language: string): Problem[] {
  const manner = MANNERS[language];
  const pages = new Map(english.map((page) => [page.id, page]));
  const [ids, names] = [new Set<string>(), new Map<string, string>()];
  return told.flatMap((one) => {
    const { entry, file, index } = one;
    const at = (field: string, message: string, repair: string): Problem => ({
      file: file.name,
      line: file.line(['entries', index, field]),
      message: `${entry.id}: ${message}`,
      repair,
    });
    const page = pages.get(entry.id);
    if (!page) return [at('id', 'is no page of the glossary', 'correct the id or remove the entry')];
    const problems: Problem[] = [];
    if (ids.has(entry.id)) problems.push(at('id', 'stands twice', 'remove one of the two'));
    ids.add(entry.id);
    const name = entry.name.toLowerCase();
    const same = names.get(name);
    if (same !== undefined)
      problems.push(at('name', `has the name of ${same}`, 'tell them apart, as the English names do'));
    names.set(name, entry.id);
    problems.push(...shape(entry, page, at));
    if (manner) problems.push(...mannered(entry, page, manner, at));
    return problems;
  });
}

type At = (field: string, message: string, repair: string) => Problem;

/** The same exams and the same false friends. */
function shape(entry: ToldGlossaryEntry, page: GlossaryPage, at: At): Problem[] {
  const problems: Problem[] = [];
  const [own, those] = [Object.keys(entry.seen).sort(), Object.keys(page.seen).sort()];
  if (own.join() !== those.join())
    problems.push(at('seen', `tells ${own.join(', ') || 'no exam'}`, `tell ${those.join(', ') || 'none'}`));
  if (entry.falseFriends.length !== page.falseFriends.length)
    problems.push(
      at('falseFriends', `tells ${entry.falseFriends.length}`, `tell ${page.falseFriends.length}, in their order`),
    );
  return problems;
}

function mannered(entry: ToldGlossaryEntry, page: GlossaryPage, manner: Manner, at: At): Problem[] {
  const problems: Problem[] = [];
  for (const [field, text, source] of fieldsOf(entry, page)) {
    const [own, those] = [numbersIn(text), numbersIn(source)];
    if (own.join() !== those.join())
      problems.push(
        at(field, `has the numbers ${own.join(', ') || 'none'}`, `those are ${those.join(', ') || 'none'}`),
      );
    const share = text.length / source.length;
    // a few words may come out longer or shorter
    if (source.length > SHORT && (share < manner.share[0] || share > manner.share[1]))
      problems.push(
        at(field, `is ${share.toFixed(2)} times as long as it is in English`, 'tell the same, no more and no less'),
      );
    const never = manner.never.exec(text)?.[0];
    if (never !== undefined) problems.push(at(field, `"${never}" is not written here`, 'say it in another way'));
  }
  const texts = fieldsOf(entry, page).map(([, text]) => text);
  const sentences = texts.flatMap(manner.sentences);
  const mean = sentences.reduce((sum, sentence) => sum + manner.lengthOf(sentence), 0) / sentences.length;
  if (mean > manner.sentence)
    problems.push(
      at('what', `its sentences are ${mean.toFixed(0)} long on average`, `${manner.sentence} at most: make two of one`),
    );
  return problems;
}

const SHORT = 60;

type Field = readonly [field: string, told: string, source: string];

function fieldsOf(entry: ToldGlossaryEntry, page: GlossaryPage): readonly Field[] {
  return [
    ['answer', entry.answer, page.answer],
    ['what', entry.what, page.what],
    ['next', entry.next, page.next],
    ...Object.entries(entry.seen).map(
      // the keys of the record are the exams
      ([exam, text]): Field => ['seen', text, page.seen[exam as keyof typeof page.seen] ?? text],
    ),
    ...entry.falseFriends.map(
      ({ differs }, at): Field => ['falseFriends', differs, page.falseFriends[at]?.differs ?? differs],
    ),
  ];
}

/** "2.5" and "2,5" are the same; names of levels and exams ("L4", "T2") count by their figure. */
const numbersIn = (text: string): readonly string[] =>
  (text.match(/\d+(?:[.,]\d+)*/g) ?? []).map((number) => number.replaceAll(',', '.')).sort();
