/** One's own links, asked of this site's own server. */
import { KeptError, type KeptFault } from '../kept/failure.ts';
import type { LinkDays, LinkParts } from './link.ts';

/** A link as its owner sees it: without its key, which nobody has but who was sent it. */
export interface OwnLink {
  readonly id: string;
  /** the saved report that it is of */
  readonly report: string;
  /** milliseconds since 1970 */
  readonly made: number;
  readonly ends: number;
  readonly hasReport: boolean;
  readonly opened: number;
}

export interface NewLink {
  readonly parts: LinkParts;
  readonly report: string;
  readonly days: LinkDays;
  readonly hasReport: boolean;
  readonly sealed: Uint8Array<ArrayBuffer>;
}

const AT = '/api/account/links';

const FAULTS: Readonly<Record<number, KeptFault>> = {
  401: 'signed-out',
  403: 'signed-out',
  404: 'changed',
  408: 'offline',
  409: 'account-full',
  413: 'too-large',
  429: 'busy',
};

export async function ownLinks(): Promise<readonly OwnLink[]> {
  // our own program wrote it: one boundary
  const { links } = (await (await asked('')).json()) as { readonly links: readonly OwnLink[] };
  return links;
}

/** The id alone goes along; the key stays here. */
export async function makeLink({ parts, report, days, hasReport, sealed }: NewLink): Promise<OwnLink> {
  const about = new URLSearchParams({ report, days: String(days), whole: hasReport ? 'yes' : 'no' });
  const headers = { 'Content-Type': 'application/octet-stream' };
  const answer = await asked(`/${parts.id}?${about}`, { method: 'PUT', body: sealed, headers });
  // our own program wrote it: one boundary
  return (await answer.json()) as OwnLink;
}

/** One that has ended by itself is what was wanted. */
export async function endLink({ id }: OwnLink): Promise<void> {
  await asked(`/${id}`, { method: 'DELETE' }).catch((error: unknown) => {
    if (!(error instanceof KeptError) || error.fault !== 'changed') throw error;
  });
}

async function asked(path: string, init: RequestInit = {}): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(AT + path, { ...init, cache: 'no-store', credentials: 'same-origin' });
  } catch {
    throw new KeptError('offline');
  }
  if (!answer.ok) throw new KeptError(FAULTS[answer.status] ?? 'server');
  return answer;
}
