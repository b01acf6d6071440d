/** The reports of the person whom a hospital's server names, as one record of FHIR: read by the same reader as any file, and kept nowhere. */
import { askedJson, isJson, type Json, listIn, textIn } from './asked-json.ts';
import { SmartFailure } from './failure.ts';
import type { Access } from './trip.ts';

/** 50 reports each. */
const MOST_PAGES = 4;
const MOST_BYTES = 4 * 1024 * 1024;
/** Files that stand beside reports, fetched all at once. */
const MOST_FILES = 20;

/** Throws `SmartFailure`. */
export async function fetchedReports(access: Access): Promise<File> {
  const found = await reportsOf(access);
  if (found.length === 0) throw new SmartFailure('none');
  const whole = await withFiles(found, access);
  const bundle = { resourceType: 'Bundle', type: 'collection', entry: whole.map((resource) => ({ resource })) };
  return new File([JSON.stringify(bundle)], 'reports.json', { type: 'application/fhir+json' });
}

/** The newest first, page by page. */
async function reportsOf({ issuer, token, patient }: Access): Promise<readonly Json[]> {
  const found: Json[] = [];
  const query = new URLSearchParams({ patient, _sort: '-date', _count: '50' });
  let next: string | null = `${issuer}/DiagnosticReport?${query}`;
  for (let page = 0; next !== null && page < MOST_PAGES; page += 1) {
    const bundle: Json = await askedJson(next, asking(token), MOST_BYTES);
    for (const entry of listIn(bundle, 'entry')) {
      const resource = isJson(entry) ? entry.resource : null;
      if (isJson(resource) && isOf(resource, patient)) found.push(resource);
    }
    next = nextOf(bundle, issuer);
  }
  return found;
}

/** A server that sends another's report along does not have it shown. */
function isOf(resource: Json, patient: string): boolean {
  if (resource.resourceType !== 'DiagnosticReport') return false;
  const about = isJson(resource.subject) ? textIn(resource.subject, 'reference') : '';
  return about === '' || about.split('/').at(-1) === patient;
}

/** On the same server only: the token goes nowhere else. */
function nextOf(bundle: Json, issuer: string): string | null {
  const link = listIn(bundle, 'link').find((one) => isJson(one) && one.relation === 'next');
  const url = isJson(link) ? textIn(link, 'url') : '';
  return ownAddress(url, issuer);
}

/** Null where it does not lie on this server. */
function ownAddress(written: string, issuer: string): string | null {
  if (written === '' || !URL.canParse(written, `${issuer}/`)) return null;
  const url = new URL(written, `${issuer}/`);
  return url.origin === new URL(issuer).origin ? url.href : null;
}

async function withFiles(reports: readonly Json[], access: Access): Promise<readonly Json[]> {
  let left = MOST_FILES;
  return Promise.all(
    reports.map(async (report) => {
      const forms = listIn(report, 'presentedForm');
      const wanted = forms.filter((form) => isJson(form) && textIn(form, 'data') === '' && textIn(form, 'url') !== '');
      if (wanted.length === 0 || left < wanted.length) return report;
      left -= wanted.length;
      return { ...report, presentedForm: await Promise.all(forms.map((form) => withData(form, access))) };
    }),
  );
}

/** As it was, where the file cannot be had: the report may have words of its own. */
async function withData(form: unknown, { issuer, token }: Access): Promise<unknown> {
  const address = isJson(form) && textIn(form, 'data') === '' ? ownAddress(textIn(form, 'url'), issuer) : null;
  if (!isJson(form) || address === null) return form;
  try {
    const binary = await askedJson(address, asking(token), MOST_BYTES);
    const { url: _, ...rest } = form;
    return { ...rest, data: textIn(binary, 'data') };
  } catch {
    return form;
  }
}

const asking = (token: string): RequestInit => ({
  headers: { Accept: 'application/fhir+json', Authorization: `Bearer ${token}` },
});
