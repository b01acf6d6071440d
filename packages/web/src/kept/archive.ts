/** All that is kept as one file, and back: a ZIP with what was kept as JSON, the words of each report as text, and its originals. */
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { z } from 'zod';
import type { OriginalFile, WholeReport } from './report.ts';
import { wordsOfReport } from './report-shape.ts';

/** What is wrong with a file that is no such ZIP, or a damaged one. */
export class NotKeptFile extends Error {
  constructor() {
    super('not a file of kept reports');
    this.name = 'NotKeptFile';
  }
}

const SCHEMA = 'readingscan.kept/1';
const LIST = 'reports.json';
const MOST_BYTES = 600_000_000;
const MOST_ENTRIES = 20_000;
const MOST_REPORTS = 5000;
// pictures are short already
const AS_IT_IS = { level: 0 } as const;

const archived = z.object({
  schema: z.literal(SCHEMA),
  reports: z
    .array(
      wordsOfReport.extend({
        originals: z
          .array(
            z.object({ name: z.string().max(400), type: z.string().max(120), path: z.string(), sha256: z.string() }),
          )
          .max(100),
      }),
    )
    .max(MOST_REPORTS),
});

export async function toArchive(whole: readonly WholeReport[]): Promise<Uint8Array<ArrayBuffer>> {
  const entries: Zippable = {};
  const reports: z.input<typeof archived>['reports'] = [];
  for (const [at, { report, files }] of whole.entries()) {
    const folder = String(at + 1).padStart(3, '0');
    entries[`${folder}/report.txt`] = strToU8(report.source.text);
    const originals: (typeof reports)[number]['originals'] = [];
    for (const [number, { name, type, bytes }] of files.entries()) {
      // what a file was called may be words of a report
      const path = `${folder}/original-${number + 1}${endingOf(name)}`;
      entries[path] = [bytes, AS_IT_IS];
      originals.push({ name, type, path, sha256: await sha256(bytes) });
    }
    const { id, kept, person, tags, source, warnings } = report;
    reports.push({ id, kept, person, tags: [...tags], source, warnings, originals });
  }
  entries[LIST] = strToU8(`${JSON.stringify({ schema: SCHEMA, reports }, null, 1)}\n`);
  return new Uint8Array(zipSync(entries));
}

/** All of them, or `NotKeptFile`. `mostBytes`: unpacked. */
export async function fromArchive(bytes: Uint8Array, mostBytes = MOST_BYTES): Promise<readonly WholeReport[]> {
  try {
    const entries = unzipSync(bytes, { filter: withinBounds(mostBytes) });
    // in a browser it would try out a way that the policy of the page forbids, and be told off
    if ('document' in globalThis) z.config({ jitless: true });
    const { reports } = archived.parse(JSON.parse(strFromU8(entries[LIST] ?? new Uint8Array())));
    if (new Set(reports.map(({ id }) => id)).size !== reports.length) throw new NotKeptFile();
    return await Promise.all(
      reports.map(async ({ originals, ...report }) => {
        const files = await Promise.all(originals.map((original) => fileOf(original, entries[original.path])));
        return { report: { ...report, originals: files.map(({ bytes: _, ...original }) => original) }, files };
      }),
    );
  } catch {
    throw new NotKeptFile();
  }
}

type Archived = z.output<typeof archived>['reports'][number]['originals'][number];

/** Rows get ids of their own: those of a file could be made to meet others. */
async function fileOf({ name, type, sha256: sum }: Archived, content: Uint8Array | undefined): Promise<OriginalFile> {
  if (!content) throw new NotKeptFile();
  const bytes = new Uint8Array(content);
  if ((await sha256(bytes)) !== sum) throw new NotKeptFile();
  return { id: crypto.randomUUID(), name, type, bytes };
}

function withinBounds(mostBytes: number) {
  let [bytes, entries] = [0, 0];
  return ({ originalSize }: { readonly originalSize: number }): boolean => {
    bytes += originalSize;
    entries += 1;
    if (bytes > mostBytes || entries > MOST_ENTRIES) throw new NotKeptFile();
    return true;
  };
}

const endingOf = (name: string): string => /\.[a-z0-9]{1,5}$/i.exec(name)?.[0].toLowerCase() ?? '';

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...sum].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
