/** What is held of a message and of who sent it, and for how long. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HttpBindings } from '@hono/node-server';
import { afterEach, describe, expect, test } from 'vitest';
import { clientOf } from '../src/contact/address.ts';
import { limits } from '../src/contact/limits.ts';
import { once } from '../src/contact/once.ts';
import { type ContactSite, contactSite, DAY, DAYS, HOUR, newFolder, SECOND } from './contact-site.ts';

const open: ContactSite[] = [];
async function site(options: Parameters<typeof contactSite>[0] = {}): Promise<ContactSite> {
  const at = await contactSite(options);
  open.push(at);
  return at;
}
afterEach(async () => {
  for (const at of open.splice(0)) await at.close();
});

describe('a stored message', () => {
  test('is removed when its days are over, without a word of it in the log', async () => {
    const at = await site();
    await at.send(await at.form());
    at.wait((DAYS - 1) * DAY);
    at.tick();
    await expect.poll(() => at.files().length).toBe(1);
    await at.send(await at.form({ message: 'A younger marmalade.' }));
    at.wait(DAY + HOUR);
    at.tick();
    await expect.poll(() => at.files().length).toBe(1);
    expect(at.stored(at.files()[0] ?? '')).toMatchObject({ message: 'A younger marmalade.' });
    await expect.poll(() => at.lines.join()).toContain('contact: 1 removed after 30 days');
    expect(at.lines.join()).not.toContain('marmalade');
  });

  test('that is old at the start is removed then, also where it was never mailed; other files stay', async () => {
    const dir = newFolder();
    const name = 'a'.repeat(32);
    const old = JSON.stringify({ time: '2026-01-01T00:00:00.000Z' });
    for (const file of [`${name}.json`, `${name}.unsent.json`, `${name}.undelivered.json`, 'notes.json'])
      writeFileSync(join(dir, file), old);
    const at = await site({ dir });
    expect(at.files()).toEqual(['notes.json']);
  });
});

describe('codes made from addresses and messages', () => {
  test('are dropped by time, with no message after them', () => {
    let clock = 0;
    const counted = limits(() => clock);
    for (let sent = 0; sent < 200; sent += 1) counted.take(`household ${sent}`);
    clock += DAY - SECOND;
    counted.forget();
    expect(counted.take('late')).not.toBeNull();
    clock += SECOND;
    counted.forget();
    expect(counted.take('late')).toBeNull();
  });

  test('of a form are held as long as it may be sent', async () => {
    let clock = 0;
    let count = 0;
    const presses = once<number>(10, () => clock);
    const press = () =>
      presses.run(
        'key',
        async () => {
          count += 1;
          return count;
        },
        () => true,
      );
    await press();
    clock += 12 * HOUR;
    presses.forget();
    expect(await press()).toBe(1);
    clock += SECOND;
    presses.forget();
    expect(await press()).toBe(2);
  });
});

describe('whose request it is', () => {
  const asked = (proxies: number, socket: string, forwarded?: string): string => {
    // what is read of a request, no more
    const incoming = { socket: { remoteAddress: socket }, headers: forwarded ? { 'x-forwarded-for': forwarded } : {} };
    return clientOf({ incoming } as unknown as HttpBindings, proxies);
  };

  test.each([
    ['no proxy: headers count for nothing', 0, '10.0.0.1', '203.0.113.9', '10.0.0.1'],
    ['one: the last that it was told', 1, '10.0.0.1', '203.0.113.9', '203.0.113.9'],
    ['one, and a forged beginning', 1, '10.0.0.1', '198.51.100.1, 203.0.113.9', '203.0.113.9'],
    ['two', 2, '10.0.0.1', '198.51.100.1, 203.0.113.9, 10.0.0.2', '203.0.113.9'],
    ['with a port', 1, '10.0.0.1', '203.0.113.9:4711', '203.0.113.9'],
    ['IPv6 with a port', 1, '10.0.0.1', '[2001:db8:0:1::5]:4711', '2001:db8:0:1'],
    ['one that said nothing', 1, '10.0.0.1', undefined, '10.0.0.1'],
    ['what is no address', 1, '10.0.0.1', 'somebody', 'unknown'],
  ] as const)('behind %s', (_, proxies, socket, forwarded, expected) => {
    expect(asked(proxies, socket, forwarded)).toBe(expected);
  });

  test('counts for the limits of the form', async () => {
    const at = await site({ proxies: 1 });
    const send = async (forwarded: string) =>
      at.send(await at.form({ message: `marmalade ${Math.random()}` }), '/contact', { 'X-Forwarded-For': forwarded });
    for (let sent = 0; sent < 3; sent += 1) expect((await send(`198.51.100.${sent}, 203.0.113.9`)).status).toBe(200);
    expect((await send('198.51.100.77, 203.0.113.9')).status).toBe(429);
    expect((await send('198.51.100.1, 203.0.113.10')).status).toBe(200);
  });
});
