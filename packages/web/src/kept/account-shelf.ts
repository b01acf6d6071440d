/** Reports saved in the person's account: asked of this site's own server, and only where somebody is signed in. */
import { askedAccount } from './asked-account.ts';
import type { KeptReport, OriginalFile, WholeReport } from './report.ts';
import type { Shelf } from './shelf.ts';

/** What the account says of itself beside its reports. */
export interface AccountRoom {
  readonly reports: number;
  readonly bytes: number;
  readonly mostReports: number;
  readonly mostBytes: number;
}

export interface AccountShelf extends Shelf {
  /** as the server said it last; null: not asked yet */
  room(): AccountRoom | null;
  /** A file of kept reports into the account: how many were new, and how many there already. */
  bring(file: Blob): Promise<{ readonly added: number; readonly known: number }>;
}

/** What the server answers: our own program wrote it. */
interface Page {
  readonly reports: readonly (KeptReport & { readonly savedOn: string })[];
  readonly broken: number;
  readonly next: string | null;
  readonly used: { readonly reports: number; readonly bytes: number };
  readonly most: { readonly reports: number; readonly bytes: number };
}

const AT = '/api/account/reports';
const MARK = /(?:^|;\s*)(?:__Host-)?readingscan-here=1/;

/** Says that somebody is signed in here, and nothing else: without it the server is asked for nothing. */
export const isSignedIn = (): boolean => typeof document !== 'undefined' && MARK.test(document.cookie);

export function accountShelf(): AccountShelf {
  let known: AccountRoom | null = null;
  return {
    room: () => known,
    async reports() {
      const reports: KeptReport[] = [];
      let [broken, after]: [number, string | null] = [0, ''];
      while (after !== null) {
        const page: Page = await json(`?words&after=${after}`);
        for (const { id, kept, person, tags, source, warnings, originals } of page.reports)
          reports.push({ id, kept, person, tags, source, warnings, originals });
        broken += page.broken;
        known = {
          reports: page.used.reports,
          bytes: page.used.bytes,
          mostReports: page.most.reports,
          mostBytes: page.most.bytes,
        };
        after = page.next;
      }
      return { reports, broken };
    },
    originals: ({ id, originals }) =>
      Promise.all(
        originals.map(async (original): Promise<OriginalFile> => {
          const answer = await askedAccount(`${AT}/${id}/originals/${original.id}`);
          return { ...original, bytes: new Uint8Array(await answer.arrayBuffer()) };
        }),
      ),
    async keep(whole) {
      for (const one of whole) await askedAccount(AT, { method: 'POST', body: formOf(one) });
    },
    async change({ id, person, tags }) {
      const headers = { 'Content-Type': 'application/json' };
      await askedAccount(`${AT}/${id}`, { method: 'PATCH', body: JSON.stringify({ person, tags }), headers });
    },
    async remove({ id }) {
      await askedAccount(`${AT}/${id}`, { method: 'DELETE' });
    },
    bring: (file) => json('/archive', { method: 'POST', body: file, headers: { 'Content-Type': 'application/zip' } }),
  };
}

/** What the server answers is of the shape that it is asked for: one boundary. */
async function json<T>(path: string, init?: RequestInit): Promise<T> {
  return (await (await askedAccount(AT + path, init)).json()) as T;
}

function formOf({ report: { originals: _, ...words }, files }: WholeReport): FormData {
  const form = new FormData();
  form.set('report', JSON.stringify(words));
  for (const { bytes, name, type } of files) form.append('original', new Blob([bytes], { type }), name);
  return form;
}
