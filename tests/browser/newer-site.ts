/** The built pages behind a door that can hand out a newer service worker, as a new release would. */
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openSite, type Site } from './site.ts';

export interface NewerSite extends Site {
  /** from here on the service worker is that of a later release */
  release(): void;
}

const LATER = 'a-later-release';

export async function openNewerSite(): Promise<NewerSite> {
  const site = await openSite();
  let isReleased = false;
  const door = createServer((asked, answer) => {
    const { method, url = '/', headers } = asked;
    if (isReleased && url === '/sw.js') {
      void later(`${site.url}/sw.js`).then((script) => {
        answer.writeHead(200, { 'Content-Type': 'text/javascript', 'Cache-Control': 'no-cache' });
        answer.end(script);
      });
      return;
    }
    const through = request(site.url + url, { method: method ?? 'GET', headers }, (given) => {
      answer.writeHead(given.statusCode ?? 502, given.headers);
      given.pipe(answer);
    });
    through.on('error', () => answer.destroy());
    asked.pipe(through);
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  const { port } = door.address() as AddressInfo;
  return {
    ...site,
    url: `http://127.0.0.1:${port}`,
    port,
    release: () => {
      isReleased = true;
    },
    async close() {
      door.closeAllConnections();
      door.close();
      await site.close();
    },
  };
}

/** The same script with the name of another version in it: caches of its own, as after each build. */
async function later(address: string): Promise<string> {
  const script = await (await fetch(address)).text();
  const changed = script.replace(/readingscan-[0-9a-f]{10}/, `readingscan-${LATER}`);
  if (changed === script) throw new Error('the service worker names no version');
  return changed;
}
