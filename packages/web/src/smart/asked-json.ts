/** One question to a hospital's server: an answer in JSON, of a bounded size, within a time, kept by nobody. */
import { SmartFailure } from './failure.ts';

export type Json = Readonly<Record<string, unknown>>;

const PATIENCE = 30_000; // milliseconds
const EXPIRED = new Set([401]);
const REFUSED = new Set([403]);

/** `most` in bytes. Throws `SmartFailure`. */
export async function askedJson(url: string, init: RequestInit, most: number): Promise<Json> {
  const answer = await asked(url, init);
  if (EXPIRED.has(answer.status)) throw new SmartFailure('expired');
  if (REFUSED.has(answer.status)) throw new SmartFailure('refused');
  if (!answer.ok) throw new SmartFailure('server');
  const text = await boundedText(answer, most);
  try {
    const read: unknown = JSON.parse(text);
    if (isJson(read)) return read;
  } catch {
    // told below
  }
  throw new SmartFailure('server');
}

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** '' where there is no text of that name. */
export const textIn = (json: Json, name: string): string => {
  const value = json[name];
  return typeof value === 'string' ? value : '';
};

export const listIn = (json: Json, name: string): readonly unknown[] => {
  const value = json[name];
  return Array.isArray(value) ? value : [];
};

/** No cookie goes along, no redirect is followed: it could lead to a place that nobody has allowed. */
async function asked(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, {
      ...init,
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(PATIENCE),
    });
  } catch {
    throw new SmartFailure('server');
  }
}

async function boundedText(answer: Response, most: number): Promise<string> {
  const reader = answer.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let [text, length] = ['', 0];
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return text + decoder.decode();
      length += value.length;
      if (length > most) break;
      text += decoder.decode(value, { stream: true });
    }
  } catch {
    throw new SmartFailure('server');
  }
  await reader.cancel().catch(() => undefined);
  throw new SmartFailure('large');
}
