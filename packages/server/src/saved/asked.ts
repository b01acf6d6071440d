/** What a request gives to be saved or changed: checked before anything of it is taken. */
import { randomUUID } from 'node:crypto';
import { changeOfReport, type OriginalFile, type WholeReport, wordsOfReport } from '@readingscan/web';
import type { Change } from './vault.ts';

const MOST_FILES = 100;
const LONGEST_NAME = 400;
const LONGEST_TYPE = 120;
const FORM = 'multipart/form-data';

/** A report as JSON, or a form with "report" and files called "original". Null where it is neither. */
export async function reportFrom(contentType: string, bytes: Uint8Array<ArrayBuffer>): Promise<WholeReport | null> {
  const form = contentType.startsWith(FORM) ? await formOf(contentType, bytes) : null;
  const words = wordsOfReport.safeParse(form ? parsed(String(form.get('report') ?? '')) : parsed(textOf(bytes)));
  if (!words.success) return null;
  const files: OriginalFile[] = [];
  for (const value of form?.getAll('original') ?? []) {
    if (typeof value === 'string' || files.length === MOST_FILES) return null;
    const [name, type] = [value.name.slice(0, LONGEST_NAME), value.type.slice(0, LONGEST_TYPE)];
    files.push({ id: randomUUID(), name, type, bytes: new Uint8Array(await value.arrayBuffer()) });
  }
  return { report: { ...words.data, originals: [] }, files };
}

/** Null where it is no change. */
export function changeFrom(bytes: Uint8Array): Change | null {
  const change = changeOfReport.safeParse(parsed(textOf(bytes)));
  if (!change.success) return null;
  const { person, tags } = change.data;
  return { ...(person === undefined ? {} : { person }), ...(tags === undefined ? {} : { tags }) };
}

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function formOf(contentType: string, bytes: Uint8Array<ArrayBuffer>): Promise<FormData | null> {
  try {
    return await new Response(bytes, { headers: { 'Content-Type': contentType } }).formData();
  } catch {
    return null;
  }
}
