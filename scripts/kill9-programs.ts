/** A server and a worker that can be killed, and a program that asks them until somebody answers. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export type Who = 'web' | 'worker';

export interface Programs {
  start(who: Who): Promise<void>;
  /** As `kill -9` does it. */
  kill(who: Who): Promise<void>;
  /** Asked again, at the server that is there, until somebody answers other than "not now". */
  asked(
    path: string,
    init?: RequestInit,
  ): Promise<{ readonly status: number; readonly text: string; readonly cookies: readonly string[] }>;
  readonly sum: { kills: number; resent: number };
  end(): void;
}

const PROGRAM = fileURLToPath(new URL('../packages/cli/dist/readingscan.mjs', import.meta.url));
const READY: Readonly<Record<Who, RegExp>> = { web: /ReadingScan is at (http:\S+)/, worker: /works at jobs/ };
const GIVEN_UP = 300_000;

/** `database`: as DATABASE_URL; `more`: settings beside those that each such program has */
export function programs(database: string, more: NodeJS.ProcessEnv = {}): Programs {
  const env = {
    PATH: process.env.PATH ?? '',
    DATABASE_URL: database,
    SECRET_KEY: randomBytes(32).toString('base64'),
    MASTER_KEY: `first:${randomBytes(32).toString('base64')}`,
    PUBLIC_ORIGIN: 'http://127.0.0.1:3000',
    SMTP_URL: 'smtp://127.0.0.1:1',
    SMTP_FROM: 'site@reports.example',
    API_PER_MINUTE: '1000000',
    HOST: '127.0.0.1',
    PORT: '0',
    READING_THREADS: '1',
    ...more,
  };
  const running = new Map<Who, ChildProcess>();
  const sum = { kills: 0, resent: 0 };
  let at = '';
  return {
    sum,
    async start(who) {
      const child = spawn(process.execPath, [PROGRAM, who === 'web' ? 'serve' : 'worker'], {
        env,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      running.set(who, child);
      let said = '';
      child.stderr?.on('data', (part) => {
        said += part;
      });
      while (!READY[who].test(said)) {
        if (child.exitCode !== null || child.signalCode !== null) {
          // killed before it was ready
          if (running.get(who) !== child) return;
          throw new Error(`${who} did not start: ${said}`);
        }
        await pause(20);
      }
      if (who === 'web') at = READY.web.exec(said)?.[1] ?? '';
    },
    async kill(who) {
      const child = running.get(who);
      if (!child) return;
      running.delete(who);
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
      sum.kills += 1;
    },
    async asked(path, init = {}) {
      for (const end = Date.now() + GIVEN_UP; ; ) {
        try {
          const answer = await fetch(at + path, { redirect: 'manual', ...init });
          const text = await answer.text();
          const { status, headers } = answer;
          if ((status < 500 && status !== 429) || Date.now() > end)
            return { status, text, cookies: headers.getSetCookie() };
        } catch (error) {
          if (Date.now() > end) throw error;
        }
        sum.resent += 1;
        await pause(100);
      }
    },
    end() {
      for (const child of running.values()) child.kill('SIGKILL');
    },
  };
}

/** Mulberry32: chance that can be had again. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
