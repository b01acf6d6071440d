/** Keeps the report of a result: its words, whose it is, and its photographs where the person asks for them. */
import type { Explanation, Warning } from '@readingscan/engine';
import type { BrowserReader } from '@readingscan/reader/browser';
import { browserRows } from './browser-rows.ts';
import { type KeptReport, type OriginalFile, personFrom } from './report.ts';
import { openVault } from './vault.ts';

export interface ToKeep {
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

export async function keepReport(
  { explanation, person, files, passphrase }: ToKeep,
  reader: BrowserReader,
): Promise<KeptNow> {
  const vault = await openVault(browserRows());
  if (passphrase !== null) await vault.unlock(passphrase);
  const { source } = explanation.reading;
  const known = (await vault.reports()).reports.find((report) => report.source.text === source.text);
  const undo = (report: KeptReport) => () => vault.remove(report);
  if (known) return { report: known, isKnown: true, isLasting: await isLasting(), undo: undo(known) };
  const originals = await Promise.all(files.map(originalOf));
  const report: KeptReport = {
    id: crypto.randomUUID(),
    kept: new Date().toISOString(),
    person: personFrom(person),
    tags: [],
    source,
    warnings: await noticedInFile(explanation, reader),
    originals: originals.map(({ bytes: _, ...original }) => original),
  };
  await vault.keep([{ report, files: originals }]);
  return { report, isKnown: false, isLasting: await askToLast(), undo: undo(report) };
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
