/** One's own links, asked of this site's own server. */
import { askedAccount } from '../kept/asked-account.ts';
import { KeptError } from '../kept/failure.ts';
import type { LinkDays, LinkParts, SharedLink } from './link.ts';

export interface NewLink {
  readonly parts: LinkParts;
  readonly report: string;
  readonly days: LinkDays;
  readonly hasReport: boolean;
  readonly sealed: Uint8Array<ArrayBuffer>;
}

const AT = '/api/account/links';

export async function ownLinks(): Promise<readonly SharedLink[]> {
  // our own program wrote it: one boundary
  const { links } = (await (await askedAccount(AT)).json()) as { readonly links: readonly SharedLink[] };
  return links;
}

/** The id alone goes along; the key stays here. */
export async function makeLink({ parts, report, days, hasReport, sealed }: NewLink): Promise<SharedLink> {
  const about = new URLSearchParams({ report, days: String(days), whole: hasReport ? 'yes' : 'no' });
  const headers = { 'Content-Type': 'application/octet-stream' };
  const answer = await askedAccount(`${AT}/${parts.id}?${about}`, { method: 'PUT', body: sealed, headers });
  // our own program wrote it: one boundary
  return (await answer.json()) as SharedLink;
}

/** One that has ended by itself is what was wanted. */
export async function endLink({ id }: SharedLink): Promise<void> {
  await askedAccount(`${AT}/${id}`, { method: 'DELETE' }).catch((error: unknown) => {
    if (!(error instanceof KeptError) || error.fault !== 'changed') throw error;
  });
}
