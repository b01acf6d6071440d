/** All that is kept as one file, and back: a ZIP with what was kept as JSON, the words of each report as text, and its originals. */
import { strFromU8, strToU8, type Zippable, zipSync } from 'fflate';
import { z } from 'zod';
import { folderOf } from '../words/copy-missing.ts';
import type { OriginalFile, WholeReport } from './report.ts';
import { wordsOfReport } from './report-shape.ts';
import { restful, unzip } from './unzip.ts';

/** What is wrong with a file that is no such ZIP, or a damaged one. */
export class NotKeptFile extends Error {
  constructor() {
    super('not a file of kept reports');
    this.name = 'NotKeptFile';
  }
}

/** The words of one report are longer than those of one may be: nothing was looked at. */
export class LongReport extends Error {
  override readonly name = 'LongReport';
}

const SCHEMA = 'readingscan.kept/1';
/** Around the reports, of which each has a line: a long list is read line by line. */
const [HEAD, FOOT] = [`{"schema":"${SCHEMA}","reports":[`, ']}'];
/** Letters of a list that is read at once, however it is written. */
const SHORT = 2_000_000;
const LIST = 'reports.json';
const MOST_BYTES = 600_000_000;
const MOST_ENTRIES = 20_000;
const MOST_REPORTS = 5000;
// pictures are short already
const AS_IT_IS = { level: 0 } as const;
/** The page or the server waits for it: fast, and words are short all the same. */
const FAST = { level: 1 } as const;

const archivedReport = wordsOfReport.extend({
  originals: z
    .array(z.object({ name: z.string().max(400), type: z.string().max(120), path: z.string(), sha256: z.string() }))
    .max(100),
});

/** Its reports are looked at one after the other. */
const archived = z.object({ schema: z.literal(SCHEMA), reports: z.array(z.unknown()).max(MOST_REPORTS) });

/** `notes`: texts beside the reports, by the names of their files. */
export async function toArchive(
  whole: readonly WholeReport[],
  notes: Readonly<Record<string, string>> = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const entries: Zippable = {};
  const reports: Archived[] = [];
  for (const [at, { report, files }] of whole.entries()) {
    const folder = folderOf(at + 1);
    entries[`${folder}/report.txt`] = strToU8(report.source.text);
    const originals: Archived['originals'] = [];
    for (const [number, { name, type, bytes }] of files.entries()) {
      // what a file was called may be words of a report
      const path = `${folder}/original-${number + 1}${endingOf(name)}`;
      entries[path] = [bytes, AS_IT_IS];
      originals.push({ name, type, path, sha256: await sha256(bytes) });
    }
    const { id, kept, person, tags, source, warnings } = report;
    reports.push({ id, kept, person, tags: [...tags], source, warnings, originals });
  }
  for (const [name, text] of Object.entries(notes)) entries[name] = strToU8(text);
  entries[LIST] = strToU8(listOf(reports));
  return new Uint8Array(zipSync(entries, FAST));
}

/** All of them, or `NotKeptFile`, `LongReport`. `mostBytes`: unpacked; `mostWords`: of what the list says of one report. */
export async function fromArchive(
  bytes: Uint8Array,
  mostBytes = MOST_BYTES,
  mostWords = mostBytes,
): Promise<readonly WholeReport[]> {
  try {
    const entries = await unzip(bytes, { entries: MOST_ENTRIES, bytes: mostBytes });
    const list = entries.get(LIST) ?? new Uint8Array();
    // the words of each report stand beside it once more
    if (list.length > mostBytes / 2) throw new NotKeptFile();
    const reports = await reportsIn(strFromU8(list), mostWords);
    if (!isEachOnce(reports.map(({ id }) => id))) throw new NotKeptFile();
    // a file named by many would be kept many times
    if (!isEachOnce(reports.flatMap(({ originals }) => originals.map(({ path }) => path)))) throw new NotKeptFile();
    return await Promise.all(
      reports.map(async ({ originals, ...report }) => {
        const files = await Promise.all(originals.map((original) => fileOf(original, entries.get(original.path))));
        return { report: { ...report, originals: files.map(({ bytes: _, ...original }) => original) }, files };
      }),
    );
  } catch (error) {
    throw error instanceof LongReport ? error : new NotKeptFile();
  }
}

type Archived = z.output<typeof archivedReport>;

const listOf = (reports: readonly Archived[]): string =>
  `${HEAD}\n${reports.map((report) => JSON.stringify(report)).join(',\n')}\n${FOOT}\n`;

async function reportsIn(list: string, mostWords: number): Promise<readonly Archived[]> {
  // in a browser it would try out a way that the policy of the page forbids, and be told off
  if ('document' in globalThis) z.config({ jitless: true });
  const rest = restful();
  const reports: Archived[] = [];
  for (const line of linesOf(list) ?? shortList(list)) {
    if (line.length > mostWords) throw new LongReport();
    reports.push(archivedReport.parse(JSON.parse(line)));
    await rest();
  }
  return reports;
}

/** Each report as JSON; null where the list is written in another way. */
function linesOf(list: string): readonly string[] | null {
  const [head, ...lines] = list.trimEnd().split('\n');
  if (head !== HEAD || lines.pop() !== FOOT || lines.length > MOST_REPORTS) return null;
  return lines.filter((line) => line !== '').map((line) => (line.endsWith(',') ? line.slice(0, -1) : line));
}

function shortList(list: string): readonly string[] {
  if (list.length > SHORT) throw new NotKeptFile();
  return archived.parse(JSON.parse(list)).reports.map((report) => JSON.stringify(report));
}

const isEachOnce = (names: readonly string[]): boolean => new Set(names).size === names.length;

/** Rows get ids of their own: those of a file could be made to meet others. */
async function fileOf(
  { name, type, sha256: sum }: Archived['originals'][number],
  bytes: Uint8Array<ArrayBuffer> | undefined,
): Promise<OriginalFile> {
  if (!bytes || (await sha256(bytes)) !== sum) throw new NotKeptFile();
  return { id: crypto.randomUUID(), name, type, bytes };
}

const endingOf = (name: string): string => /\.[a-z0-9]{1,5}$/i.exec(name)?.[0].toLowerCase() ?? '';

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...sum].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
