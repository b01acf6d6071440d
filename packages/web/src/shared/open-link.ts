/** Asks for the sealed bytes of a link, and opens them with the key that stands behind its #: that key goes nowhere. */
import type { SharedFault } from '../words/shared.ts';
import { partsIn } from './link.ts';
import { openShared } from './sealed-link.ts';
import type { SharedFile } from './shared-file.ts';

export interface OpenedLink {
  readonly file: SharedFile;
  /** milliseconds since 1970 */
  readonly ends: number;
}

const FAULTS: Readonly<Record<number, SharedFault>> = { 404: 'gone', 429: 'busy' };

export async function openLink(at: Pick<Location, 'pathname' | 'hash'>): Promise<OpenedLink | SharedFault> {
  const parts = partsIn(at);
  if (!parts) return 'cut';
  let sealed: Uint8Array<ArrayBuffer>;
  let ends: number;
  try {
    const answer = await fetch(`/api/shared/${parts.id}`, { cache: 'no-store', credentials: 'omit' });
    if (!answer.ok) return FAULTS[answer.status] ?? 'server';
    sealed = new Uint8Array(await answer.arrayBuffer());
    ends = Date.parse(answer.headers.get('Shared-Until') ?? '');
  } catch {
    return 'offline';
  }
  if (Number.isNaN(ends)) return 'server';
  try {
    const file = await openShared(sealed, parts);
    return file.schema === 'readingscan.shared/1' ? { file, ends } : 'key';
  } catch {
    return 'key';
  }
}
