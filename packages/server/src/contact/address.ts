/** Whose request it is, for the limits: the address of the socket, never of a header; of IPv6 the /64 that one household has. */

import { isIP } from 'node:net';
import type { HttpBindings } from '@hono/node-server';

/** The address of a request's socket, "unknown" where there is none. */
export const clientOf = (bindings: Partial<HttpBindings> | undefined): string =>
  household(bindings?.incoming?.socket.remoteAddress ?? '');

/** "203.0.113.7" for IPv4, however it is written; "2001:db8:0:1" for IPv6. */
export function household(address: string): string {
  const [bare = ''] = address.split('%');
  const kind = isIP(bare);
  if (kind === 4) return bare;
  if (kind !== 6) return 'unknown';
  const groups = groupsOf(bare);
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (isMapped)
    return groups
      .slice(6)
      .flatMap((group) => [group >> 8, group & 0xff])
      .join('.');
  return groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':');
}

/** All eight groups of an IPv6 address. */
function groupsOf(address: string): readonly number[] {
  // the address as URLs write it: no dots, no capitals
  const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [before = '', after] = canonical.split('::');
  const numbers = (text: string): number[] =>
    text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16));
  const [first, last] = [numbers(before), numbers(after ?? '')];
  return [...first, ...Array<number>(8 - first.length - last.length).fill(0), ...last];
}
