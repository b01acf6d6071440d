/** Settings of the server that are numbers. Each throws `WrongSetting`, with what to do, where its value is wrong. */
import { availableParallelism } from 'node:os';
import { WrongSetting } from './wrong-setting.ts';

type Env = Readonly<Record<string, string | undefined>>;

const USUAL_PORT = 3000;
const MOST_PROXIES = 10;
const MOST_THREADS = 64;

export const portFrom = ({ PORT }: Env): number =>
  whole(PORT, 0, 65_535) ?? orWrong(PORT, USUAL_PORT, 'PORT is not a port number, such as 3000.');

/** How many proxies of the operator stand between a visitor and the server. */
export const trustedProxies = ({ TRUST_PROXY }: Env): number =>
  whole(TRUST_PROXY, 0, MOST_PROXIES) ??
  orWrong(TRUST_PROXY, 0, 'TRUST_PROXY is not the number of proxies before this server, such as 1.');

/** Threads that read texts in a server: one core is left for requests, where there are several. */
export const readingThreads = (env: Env): number => threadsIn(env, availableParallelism() - 1);

/** In a worker, which answers nobody. */
export const workerThreads = (env: Env): number => threadsIn(env, availableParallelism());

const threadsIn = ({ READING_THREADS }: Env, unset: number): number =>
  whole(READING_THREADS, 1, MOST_THREADS) ??
  orWrong(
    READING_THREADS,
    Math.min(MOST_THREADS, Math.max(1, unset)),
    `READING_THREADS is not a number of threads from 1 to ${MOST_THREADS}.`,
  );

/** Null where it is no whole number within the two. */
export function whole(written: string | undefined, least: number, most: number): number | null {
  const text = written?.trim() ?? '';
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  return number >= least && number <= most ? number : null;
}

function orWrong(written: string | undefined, unset: number, said: string): number {
  if (written === undefined || written.trim() === '') return unset;
  throw new WrongSetting(said);
}
