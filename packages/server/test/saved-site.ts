/** A server on which reports can be saved, and what a page of it asks. */
import { randomBytes } from 'node:crypto';
import { toArchive, type WholeReport } from '@readingscan/web';
import type { SavingSettings } from '../src/saved/settings.ts';
import type { Answer, Visitor } from './account-site.ts';

export const AT = '/api/account/reports';
const HERE = { 'Sec-Fetch-Site': 'same-origin' };

export const saving = (more: Partial<SavingSettings> = {}): SavingSettings => ({
  keys: [{ id: 'first', bytes: new Uint8Array(randomBytes(32)) }],
  mostReports: 500,
  mostBytes: 50 * 1024 * 1024,
  ...more,
});

/** As the page sends it. */
export function formOf({ report, files }: WholeReport): FormData {
  const { originals: _, ...words } = report;
  const form = new FormData();
  form.set('report', JSON.stringify(words));
  for (const { bytes, name, type } of files) form.append('original', new File([bytes], name, { type }));
  return form;
}

export const save = (browser: Visitor, whole: WholeReport): Promise<Answer> =>
  browser.ask(AT, { method: 'POST', body: formOf(whole), headers: HERE });

export const list = async (browser: Visitor) => JSON.parse((await browser.get(AT, HERE)).page);

export const act = (browser: Visitor, method: string, path: string, body?: unknown): Promise<Answer> =>
  browser.ask(AT + path, {
    method,
    headers: { ...HERE, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

export const bring = async (browser: Visitor, whole: readonly WholeReport[]): Promise<Answer> =>
  browser.ask(`${AT}/archive`, {
    method: 'POST',
    body: await toArchive(whole),
    headers: { ...HERE, 'Content-Type': 'application/zip' },
  });
