/** What is asked of the account on this site's own server, and what its refusals mean to who asked. */
import { KeptError, type KeptFault } from './failure.ts';

const FAULTS: Readonly<Record<number, KeptFault>> = {
  401: 'signed-out',
  403: 'signed-out',
  404: 'changed',
  408: 'offline',
  402: 'no-credits',
  409: 'account-full',
  413: 'too-large',
  422: 'broken',
  429: 'busy',
};

/** The answer, which is a good one; throws `KeptError` otherwise. */
export async function askedAccount(address: string, init: RequestInit = {}): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(address, { ...init, cache: 'no-store', credentials: 'same-origin' });
  } catch {
    throw new KeptError('offline');
  }
  if (!answer.ok) throw new KeptError(FAULTS[answer.status] ?? 'server');
  return answer;
}
