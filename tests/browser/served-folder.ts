/** A folder on a free port of this machine: a site that is not ours. */

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

export interface ServedFolder {
  readonly url: string;
  /** what was asked for and is not there */
  readonly refused: () => readonly string[];
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=UTF-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

export async function serveFolder(folder: string): Promise<ServedFolder> {
  const refused: string[] = [];
  const server = createServer(async ({ url = '/' }, answer) => {
    const { pathname } = new URL(url, 'http://any');
    try {
      const content = await readFile(join(folder, normalize(pathname)));
      answer.writeHead(200, { 'Content-Type': TYPES[extname(pathname)] ?? 'application/octet-stream' }).end(content);
    } catch {
      refused.push(pathname);
      answer.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // listening, so it has a port
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    refused: () => refused,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
