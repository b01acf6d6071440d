/** One's own links, asked of this site's own server. */
import { askedAccount } from '../kept/asked-account.ts';
import { KeptError } from '../kept/failure.ts';
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

export async function ownLinks(): Promise<readonly OwnLink[]> {
  // our own program wrote it: one boundary
  const { links } = (await (await askedAccount(AT)).json()) as { readonly links: readonly OwnLink[] };
  return links;
}

/** The id alone goes along; the key stays here. */
export async function makeLink({ parts, report, days, hasReport, sealed }: NewLink): Promise<OwnLink> {
  const about = new URLSearchParams({ report, days: String(days), whole: hasReport ? 'yes' : 'no' });
  const headers = { 'Content-Type': 'application/octet-stream' };
  const answer = await askedAccount(`${AT}/${parts.id}?${about}`, { method: 'PUT', body: sealed, headers });
  // our own program wrote it: one boundary
  return (await answer.json()) as OwnLink;
}

/** One that has ended by itself is what was wanted. */
export async function endLink({ id }: OwnLink): Promise<void> {
  await askedAccount(`${AT}/${id}`, { method: 'DELETE' }).catch((error: unknown) => {
    if (!(error instanceof KeptError) || error.fault !== 'changed') throw error;
  });
}
