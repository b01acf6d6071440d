/** A request's body, where it has come whole within its time: who sends a byte now and then holds no memory. */
import { type Body, readBody } from '../body.ts';

type Bytes = Uint8Array<ArrayBuffer>;
export type BodyInTime = Body | { readonly kind: 'late' };

/** `limit` in bytes, `within` in milliseconds. */
export async function bodyInTime(request: Request, limit: number, within: number): Promise<BodyInTime> {
  const { headers, body } = request;
  if (!body) return { kind: 'bytes', bytes: new Uint8Array() };
  const signal = AbortSignal.timeout(within);
  // the connection stays as it is: an answer is still to go over it
  const timed = body.pipeThrough(new TransformStream<Bytes, Bytes>(), { signal, preventCancel: true });
  try {
    return await readBody({ headers, body: timed }, limit);
  } catch (error) {
    if (signal.aborted) return { kind: 'late' };
    throw error;
  }
}
