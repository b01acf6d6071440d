/** A link to a shared explanation: where it leads, and what stands behind the # of it, which no browser sends to a server. */
import type { Language } from '@readingscan/reader/languages';
import { hrefOf } from '../layout/href.ts';

export const SHARED = '/shared';

/** How long a link may last. */
export const LINK_DAYS = [1, 7, 30] as const;
export type LinkDays = (typeof LINK_DAYS)[number];

/** 128 random bits. */
export const LINK_ID = /^[\w-]{22}$/;
/** 256 random bits. */
const LINK_KEY = /^[\w-]{43}$/;
const ID_BYTES = 16;
const KEY_BYTES = 32;

export interface LinkParts {
  readonly id: string;
  readonly key: string;
}

export const newLinkParts = (): LinkParts => ({ id: randomText(ID_BYTES), key: randomText(KEY_BYTES) });

export const linkOf = (origin: string, language: Language, { id, key }: LinkParts): string =>
  `${origin}${hrefOf(language, `${SHARED}/${id}`)}#${key}`;

/** Null where a part of it is missing, as when a mail or a message has cut it. */
export function partsIn({ pathname, hash }: Pick<Location, 'pathname' | 'hash'>): LinkParts | null {
  const id = pathname.split('/').at(-1) ?? '';
  const key = hash.slice(1);
  return LINK_ID.test(id) && LINK_KEY.test(key) ? { id, key } : null;
}

export function bytesIn(text: string): Uint8Array<ArrayBuffer> {
  const letters = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}

export function textOf(bytes: Uint8Array): string {
  let letters = '';
  // so many as may be arguments of one call
  for (let at = 0; at < bytes.length; at += AT_ONCE)
    letters += String.fromCharCode(...bytes.subarray(at, at + AT_ONCE));
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

const AT_ONCE = 8192;

const randomText = (bytes: number): string => textOf(crypto.getRandomValues(new Uint8Array(bytes)));

/** A link as its owner sees it: without its key, which nobody has but who was sent it. What the server says of it, and what a page is told. */
export interface SharedLink {
  readonly id: string;
  /** the saved report that it is of */
  readonly report: string;
  /** milliseconds since 1970 */
  readonly made: number;
  readonly ends: number;
  /** the words of the report are in it */
  readonly hasReport: boolean;
  /** how often; neither when nor by whom */
  readonly opened: number;
}
