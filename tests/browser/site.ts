/** The built pages on a free port, with a reader on the server that must never be asked. */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { ProgramReader } from '@readingscan/reader';
import { type RunningServer, startServer } from '@readingscan/server';

export interface Site extends RunningServer {
  /** how often a report reached the server */
  readonly asked: () => number;
}

export async function openSite(): Promise<Site> {
  let asked = 0;
  const refuse = async (): Promise<never> => {
    asked += 1;
    throw new Error('a report reached the server');
  };
  const reader: ProgramReader = {
    explain: refuse,
    read: refuse,
    extract: refuse,
    deidentify: refuse,
    compare: refuse,
    close: async () => undefined,
  };
  const dist = fileURLToPath(new URL('../../packages/web/dist', import.meta.url));
  const server = await startServer({ port: 0, dist, reader, signals: false, log: () => undefined });
  return { ...server, asked: () => asked };
}

export const axeSource = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
