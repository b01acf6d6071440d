/** What is kept of a job: compressed, then sealed under the key of that job, bound to its owner, its name, what it is and its place. */
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { CannotOpen } from '../saved/master-keys.ts';
import { open, seal } from '../sealing.ts';

export type PartKind = 'input' | 'results';

interface Of {
  readonly userId: string;
  readonly jobId: string;
}

const FORMAT = 'readingscan.jobs/1';
/** Quick: the same words come again and again. */
const LEVEL = 1;
const [compressed, unpacked] = [promisify(gzip), promisify(gunzip)];

/** Not secret: a part that stands at another place does not open. */
const boundTo = ({ userId, jobId }: Of, kind: PartKind | 'key', number = 0): Uint8Array =>
  new TextEncoder().encode(JSON.stringify([FORMAT, userId, jobId, kind, number]));

/** What the key of a job is wrapped with. */
export const jobKeyBound = (userId: string, jobId: string): Uint8Array => boundTo({ userId, jobId }, 'key');

/** In threads of their own; sealing alone takes a millisecond for a megabyte. */
export async function pack(bytes: Uint8Array, key: Uint8Array, of: Of, kind: PartKind, number: number) {
  return seal(await compressed(bytes, { level: LEVEL }), key, boundTo(of, kind, number));
}

/** Rejects with `CannotOpen`. */
export async function unpack(sealed: Uint8Array, key: Uint8Array, of: Of, kind: PartKind, number: number) {
  const bytes = open(sealed, key, boundTo(of, kind, number));
  if (!bytes) throw new CannotOpen();
  return unpacked(bytes);
}
