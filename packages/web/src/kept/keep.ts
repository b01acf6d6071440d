/** Keeps the report of a result: its words, whose it is, and its photographs where the person asks for them. */
import type { Explanation, Warning } from '@readingscan/engine';
import type { BrowserReader } from '@readingscan/reader/browser';
import { accountShelf } from './account-shelf.ts';
import { browserRows } from './browser-rows.ts';
import { type KeptReport, type OriginalFile, personFrom, type WholeReport } from './report.ts';
import type { Place } from './shelf.ts';
import { openVault } from './vault.ts';

export interface ToKeep {
  readonly place: Place;
  readonly explanation: Explanation;
  readonly person: string;
  /** photographs and files, empty where they are not to be kept */
  readonly files: readonly File[];
  /** where the lock has one */
  readonly passphrase: string | null;
}

export interface KeptNow {
  readonly report: KeptReport;
  /** the same words were kept before: nothing was added */
  readonly isKnown: boolean;
  /** the browser has agreed not to remove it by itself */
  readonly isLasting: boolean;
  /** takes it out again */
  readonly undo: () => Promise<void>;
}

/** Whether the passphrase has to be asked for. */
export async function isLocked(): Promise<boolean> {
  return (await openVault(browserRows())).lock === 'passphrase';
}

/** In the account or on this device; undone the same way. */
export async function keepReport(asked: ToKeep, reader: BrowserReader): Promise<KeptNow> {
  return asked.place === 'account' ? saveReport(asked, reader) : keepHere(asked, reader);
}

async function saveReport(asked: ToKeep, reader: BrowserReader): Promise<KeptNow> {
  const shelf = accountShelf();
  const whole = await wholeOf(asked, reader);
  await shelf.keep([whole]);
  return { report: whole.report, isKnown: false, isLasting: true, undo: () => shelf.remove(whole.report) };
}

async function keepHere(asked: ToKeep, reader: BrowserReader): Promise<KeptNow> {
  const { explanation, passphrase } = asked;
  const vault = await openVault(browserRows());
  if (passphrase !== null) await vault.unlock(passphrase);
  const { source } = explanation.reading;
  const known = (await vault.reports()).reports.find((report) => report.source.text === source.text);
  const undo = (report: KeptReport) => () => vault.remove(report);
  if (known) return { report: known, isKnown: true, isLasting: await isLasting(), undo: undo(known) };
  const whole = await wholeOf(asked, reader);
  await vault.keep([whole]);
  return { report: whole.report, isKnown: false, isLasting: await askToLast(), undo: undo(whole.report) };
}

async function wholeOf({ explanation, person, files }: ToKeep, reader: BrowserReader): Promise<WholeReport> {
  const originals = await Promise.all(files.map(originalOf));
  const report: KeptReport = {
    id: crypto.randomUUID(),
    kept: new Date().toISOString(),
    person: personFrom(person),
    tags: [],
    source: explanation.reading.source,
    warnings: await noticedInFile(explanation, reader),
    originals: originals.map(({ bytes: _, ...original }) => original),
  };
  return { report, files: originals };
}

/** What was noticed when the file was opened, without what the reading itself notices each time. */
async function noticedInFile({ reading }: Explanation, reader: BrowserReader): Promise<readonly Warning[]> {
  if (reading.warnings.length === 0) return [];
  const again = await reader.read({ kind: 'kept', kept: { source: reading.source, warnings: [] } });
  const own = again.ok ? again.document.warnings.length : 0;
  // the reading puts those of the file first
  return reading.warnings.slice(0, Math.max(0, reading.warnings.length - own));
}

async function originalOf(file: File): Promise<OriginalFile> {
  const { name, type } = file;
  return { id: crypto.randomUUID(), name, type, bytes: new Uint8Array(await file.arrayBuffer()) };
}

async function askToLast(): Promise<boolean> {
  const { storage } = navigator as Partial<Navigator>;
  try {
    return (await storage?.persist?.()) ?? false;
  } catch {
    return false;
  }
}

export async function isLasting(): Promise<boolean> {
  const { storage } = navigator as Partial<Navigator>;
  try {
    return (await storage?.persisted?.()) ?? false;
  } catch {
    return false;
  }
}
