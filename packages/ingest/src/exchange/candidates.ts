/** The reports that a file may hold, each to be opened when it is chosen: one for most files, several for records and archives. */
import type { Extraction, SourceKind } from '@readingscan/engine';
import { LIMITS } from '../limits.ts';
import type { Listed, Reason } from '../outcome.ts';
import { done, type Outcome, refused } from '../platform.ts';
import { Refusal, reasonOf, Several } from '../refusal.ts';
import { isPicture, sniff } from '../sniff.ts';
import { tidy } from '../text/tidy.ts';
import { wordCount } from './alike.ts';
import { packedFiles } from './archive.ts';
import type { Found } from './found.ts';
import { letter } from './letter.ts';
import { isRecord, openRecord, SOURCE_KINDS } from './record.ts';
import { distinct } from './unrepeated.ts';

export interface Candidate {
  readonly title: string | null;
  readonly date: string | null;
  readonly kind: SourceKind;
  /** opening it may open a PDF or recognize a picture */
  readonly heavy: boolean;
  open(): Promise<Outcome<Extraction>>;
}

/** How files of the plain kinds (text, pictures, PDF) are read. */
export type Plain = (files: readonly Uint8Array[]) => Promise<Outcome<Extraction>>;

/** fewer words than these point to a report elsewhere: "See attached PDF." */
const FEW_WORDS = 8;
const SOME_WORDS = 40;
const MOST_FILES = 4;
const MARKED = /<\/?(?:br|p|div|b|i|u|strong|em|span|table|tr|td|li|ul|ol|font|h[1-6])(?:\s[^<>\n]{0,200})?\/?>/i;

/** The one report of a file, or the one that was chosen. */
export async function readReport(
  bytes: Uint8Array,
  report: number | undefined,
  plain: Plain,
): Promise<Outcome<Extraction>> {
  const found = await candidatesIn(bytes, plain, 0);
  const listed = (): Listed[] =>
    found.map(({ title, date, kind }, index) => ({ number: index + 1, title, date, kind }));
  if (report !== undefined && report > found.length)
    throw found.length > 1 ? new Several(listed()) : new Refusal('no-such-report');
  if (report === undefined && found.length > 1) throw new Several(listed());
  const chosen = found[(report ?? 1) - 1];
  return chosen ? chosen.open() : refused('no-report-text');
}

async function candidatesIn(bytes: Uint8Array, plain: Plain, depth: number): Promise<readonly Candidate[]> {
  const kind = sniff(bytes);
  if (isRecord(kind)) {
    const found = await openRecord(kind, bytes);
    return found.map((one) => ({
      title: one.title,
      date: one.date,
      kind: SOURCE_KINDS[kind],
      heavy: one.files.length > 0,
      open: () => readFound(one, SOURCE_KINDS[kind], plain, depth),
    }));
  }
  if (kind === 'zip' && depth === 0) return inArchive(bytes, plain);
  if (kind !== 'text' && kind !== 'pdf' && !isPicture(kind)) return [];
  const source: SourceKind = kind === 'text' ? 'text' : kind === 'pdf' ? 'pdf' : 'image';
  return [{ title: null, date: null, kind: source, heavy: kind !== 'text', open: () => plain([bytes]) }];
}

/** The words of a report that was found: its own, or those of a file inside. */
async function readFound(found: Found, kind: SourceKind, plain: Plain, depth: number): Promise<Outcome<Extraction>> {
  const plainly = kind === 'hl7v2' || kind === 'dicom-sr';
  const own = plainly ? await withoutMarkup(tidy(found.text), plain, depth) : tidy(found.text);
  const wanted = found.files.length > 0 && (found.filesFirst || pointsAway(own));
  const inside = wanted ? await firstReadable(found.files, plain, depth) : null;
  const words = inside?.ok ? inside.value : textExtraction(own);
  const whole = letter(found, words, kind);
  if (whole.source.text.length > LIMITS.textCharacters) return refused('long-text');
  if (words.source.text.trim() !== '' || found.conclusion.trim() !== '') return done(whole);
  return inside ?? refused('no-report-text');
}

/** A few words that only say where the report is: "See attached PDF." */
const pointsAway = (own: string): boolean => {
  const count = wordCount(own);
  return count < FEW_WORDS || (count < SOME_WORDS && /\b(?:attach|pdf|document|scanned|separate report)/i.test(own));
};

/** Words that are a document of another kind, put where plain words belong. */
async function withoutMarkup(own: string, plain: Plain, depth: number): Promise<string> {
  const bytes = new TextEncoder().encode(own);
  const kind = sniff(bytes);
  if ((kind === 'rtf' || kind === 'html' || kind === 'cda') && depth < LIMITS.nesting) {
    const inside = await readInside(bytes, plain, depth + 1);
    return inside.ok ? inside.value.source.text : '';
  }
  if (!MARKED.test(own)) return own;
  return (await import('../office/html.ts')).readHtmlText(own).text;
}

/** The first file that can be read; where none can, why the first could not. */
async function firstReadable(
  files: readonly Uint8Array[],
  plain: Plain,
  depth: number,
): Promise<Outcome<Extraction> | null> {
  let failed: Outcome<Extraction> | null = null;
  if (depth >= LIMITS.nesting) return null;
  for (const file of files.slice(0, MOST_FILES)) {
    const outcome = await readInside(file, plain, depth + 1);
    if (outcome.ok && outcome.value.source.text.trim() !== '') return outcome;
    failed ??= outcome;
  }
  return failed;
}

async function readInside(bytes: Uint8Array, plain: Plain, depth: number): Promise<Outcome<Extraction>> {
  try {
    const [first] = await candidatesIn(bytes, plain, depth);
    return first ? await first.open() : refused('no-report-text');
  } catch (error) {
    if (error instanceof Refusal) return refused(error.reason);
    throw error;
  }
}

/**
 * Documents of an archive that hold a report, each once; pages that are pictures count where there are no documents.
 * A damaged file says nothing of its neighbours; where none could be read, why the first could not is what is answered.
 */
async function inArchive(bytes: Uint8Array, plain: Plain): Promise<readonly Candidate[]> {
  const files = packedFiles(bytes);
  const pictures = files.filter(({ kind }) => isPicture(kind));
  const documents = files.filter(({ kind }) => !isPicture(kind));
  const found: Candidate[] = [];
  const failed: Reason[] = [];
  for (const { name, unpacked } of documents) {
    const inside = await candidatesOf(unpacked, plain);
    if (!inside.ok) failed.push(inside.reason);
    else for (const one of inside.value) found.push(asPacked({ ...one, title: one.title ?? name }));
  }
  const { reports, reason } = await distinct(found, failed);
  if (reports.length > 0) return reports;
  if (pictures.length === 0 || pictures.length > LIMITS.pages) throw new Refusal(reason ?? 'no-report-inside');
  const pages = pictures.map(({ unpacked }) => unpacked());
  const open = async () => {
    const outcome = await plain(pages);
    return outcome.ok || reason === null ? outcome : refused(reason);
  };
  return [asPacked({ title: pictures[0]?.name ?? null, date: null, kind: 'image', heavy: true, open })];
}

async function candidatesOf(unpacked: () => Uint8Array, plain: Plain): Promise<Outcome<readonly Candidate[]>> {
  try {
    return done(await candidatesIn(unpacked(), plain, 1));
  } catch (error) {
    if (error instanceof Refusal && error.reason === 'heavy-archive') throw error;
    return refused(reasonOf(error));
  }
}

/** What comes out of an archive says so; it is opened once. */
function asPacked(candidate: Candidate): Candidate {
  let opened: Promise<Outcome<Extraction>> | null = null;
  return {
    ...candidate,
    open: () => {
      opened ??= candidate
        .open()
        .then((outcome) =>
          outcome.ok
            ? done({ ...outcome.value, source: { ...outcome.value.source, kind: 'archive' as const } })
            : outcome,
        );
      return opened;
    },
  };
}

const textExtraction = (text: string): Extraction => ({
  schema: 'readingscan.extraction/1',
  source: { kind: 'text', text },
  warnings: [],
});
