/** Attachments of FHIR resources → the bytes they carry, from themselves or from a Binary in the same file. */
import { bytesOfBase64 } from '../base64.ts';
import { type Json, type Resource, textAt } from './resource.ts';
import type { Shelf } from './shelf.ts';

/** The files a list of attachments carries, those whose words are read surest first. */
export function filesOf(from: Resource, attachments: readonly Resource[], shelf: Shelf): Uint8Array[] {
  return attachments
    .flatMap((one) => {
      const bytes = decoded(one, shelf) ?? bytesAt(from, textAt(one, 'url'), shelf);
      return bytes && bytes.length > 0 ? [{ bytes, rank: rankOf(textAt(one, 'contentType')) }] : [];
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ bytes }) => bytes);
}

/** Is there an attachment that is only pointed to? */
export const isElsewhere = (attachments: readonly Json[]): boolean =>
  attachments.some((one) => textAt(one, 'url') !== '');

function bytesAt(from: Resource, url: string, shelf: Shelf): Uint8Array | null {
  const inline = url.startsWith('data:') ? url.indexOf(';base64,') : -1;
  if (inline >= 0) return bytesOfBase64(url.slice(inline + 8));
  const binary = url === '' ? null : shelf.find(from, url);
  return binary ? decoded(binary, shelf) : null;
}

/** The data of an attachment or a Binary, decoded once however many point to it. */
function decoded(holder: Resource, shelf: Shelf): Uint8Array | null {
  const before = shelf.decoded.get(holder);
  if (before !== undefined) return before;
  const bytes = bytesOfBase64(textAt(holder, 'data') || textAt(holder, 'content'));
  shelf.decoded.set(holder, bytes);
  return bytes;
}

const RANKS: readonly (readonly [RegExp, number])[] = [
  [/^text\/plain/i, 0],
  [/x?html/i, 1],
  [/xml|json|rtf|word|opendocument/i, 2],
  [/pdf/i, 3],
  [/^image\/(?!dicom)/i, 4],
];

const rankOf = (contentType: string): number => RANKS.find(([pattern]) => pattern.test(contentType))?.[1] ?? 5;
