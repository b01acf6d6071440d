/** The sealing of a link: it opens with its own key under its own id, whole, and in no other way; its address holds the key behind the # alone. */
import type { Explanation } from '@readingscan/engine';
import { describe, expect, test } from 'vitest';
import { told } from '../../render/test/told.ts';
import { bytesIn, LINK_ID, linkOf, newLinkParts, partsIn, textOf } from '../src/shared/link.ts';
import { openLink } from '../src/shared/open-link.ts';
import { openShared, sealShared } from '../src/shared/sealed-link.ts';
import { sharedFile } from '../src/shared/shared-file.ts';

const explanation: Explanation = told('IMPRESSION: No pneumonia, quokkafinding.');
const file = sharedFile({
  to: 'Dr. Lee',
  explanations: { en: explanation, es: explanation, zh: explanation },
  pictures: [],
});

describe('what is sealed', () => {
  test('opens as it was, and nothing of it can be read', async () => {
    const parts = newLinkParts();
    const sealed = await sealShared(file, parts);
    expect(await openShared(sealed, parts)).toEqual(file);
    const raw = Buffer.from(sealed).toString('latin1');
    for (const word of ['quokka', 'pneumonia', 'Dr. Lee', 'readingscan', parts.key]) expect(raw).not.toContain(word);
    expect(Buffer.compare(sealed, await sealShared(file, parts))).not.toBe(0);
  });

  test('a bit changed anywhere, a byte more or less, and it does not open', async () => {
    const parts = newLinkParts();
    const sealed = await sealShared(file, parts);
    const last = sealed.length - 1;
    for (const at of [0, 1, 12, 13, Math.floor(last / 2), last - 15, last]) {
      const changed = sealed.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      await expect(openShared(changed, parts)).rejects.toThrow();
    }
    for (const other of [sealed.slice(0, -1), new Uint8Array([...sealed, 0]), sealed.slice(0, 5), new Uint8Array()])
      await expect(openShared(other, parts)).rejects.toThrow();
  });

  test('another key, or the bytes of one link under the id of another, and it does not open', async () => {
    const [one, other] = [newLinkParts(), newLinkParts()];
    const sealed = await sealShared(file, one);
    await expect(openShared(sealed, { ...one, key: other.key })).rejects.toThrow();
    await expect(openShared(sealed, { ...one, id: other.id })).rejects.toThrow();
  });
});

describe('a link', () => {
  test('has 128 random bits for its id and 256 for its key, behind the #', () => {
    const parts = newLinkParts();
    expect([bytesIn(parts.id).length, bytesIn(parts.key).length]).toEqual([16, 32]);
    expect(parts.id).toMatch(LINK_ID);
    const url = new URL(linkOf('https://reports.example', 'es', parts));
    expect([url.pathname, url.hash, url.search]).toEqual([`/es/shared/${parts.id}`, `#${parts.key}`, '']);
    expect(partsIn(url)).toEqual(parts);
    expect(new Set(Array.from({ length: 50 }, () => newLinkParts().key)).size).toBe(50);
  });

  test('that was cut anywhere is known as that, before anything is asked', async () => {
    const parts = newLinkParts();
    const whole = linkOf('https://reports.example', 'en', parts);
    const from = whole.indexOf('/shared/') + '/shared/'.length;
    for (let end = from; end < whole.length; end += 1) expect(partsIn(new URL(whole.slice(0, end)))).toBeNull();
    expect(partsIn(new URL(`${whole}.`))).toBeNull();
    // nothing is there to be asked: it would be told as "offline"
    expect(await openLink(new URL(whole.slice(0, -1)))).toBe('cut');
  });

  test('bytes of every value come back as they were', () => {
    const bytes = Uint8Array.from({ length: 20_000 }, (_, at) => at % 256);
    expect(bytesIn(textOf(bytes))).toEqual(bytes);
  });
});
