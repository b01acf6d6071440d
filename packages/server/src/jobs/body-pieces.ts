/** A request's body piece by piece, each within its time: who sends a byte now and then holds no place. */

/** The body did not go on. */
export class Late extends Error {
  override readonly name = 'Late';
}

const MINUTE = 60_000;

/** `within`: milliseconds for each piece. */
export async function* piecesOf(request: Request, within = MINUTE): AsyncGenerator<Uint8Array> {
  const stream = request.body?.getReader();
  if (!stream) return;
  try {
    for (;;) {
      const { done, value } = await inTime(stream.read(), within);
      if (done) return;
      yield value;
    }
  } finally {
    stream.releaseLock();
  }
}

async function inTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Late()), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
