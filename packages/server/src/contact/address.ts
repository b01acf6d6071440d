/** Whose request it is, for the limits: the address of the socket, or the one that the operator's own proxies name; of IPv6 the /64 that one household has. */

import { isIP } from 'node:net';
import type { HttpBindings } from '@hono/node-server';

/**
 * The address of a request's socket, "unknown" where there is none. Behind `proxies` of the operator's own it is the one that
 * the first of them saw: each adds the address that it was asked from at the end of X-Forwarded-For, so what a visitor
 * has written there stands before it and is not looked at.
 */
export function clientOf(bindings: Partial<HttpBindings> | undefined, proxies = 0): string {
  const { socket, headers } = bindings?.incoming ?? {};
  const forwarded = proxies === 0 ? undefined : headers?.['x-forwarded-for'];
  const named = String(forwarded ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  const passed = [...named, socket?.remoteAddress ?? ''];
  return household(bare(passed[Math.max(0, passed.length - 1 - proxies)] ?? ''));
}

/** Some proxies write the port too: "203.0.113.7:4711", "[2001:db8::1]:4711". */
const bare = (address: string): string => address.replace(/^\[(.*)\](?::\d+)?$/, '$1').replace(/^([\d.]+):\d+$/, '$1');

/** "203.0.113.7" for IPv4, however it is written; "2001:db8:0:1" for IPv6. */
export function household(address: string): string {
  const [plain = ''] = address.split('%');
  const kind = isIP(plain);
  if (kind === 4) return plain;
  if (kind !== 6) return 'unknown';
  const groups = groupsOf(plain);
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
