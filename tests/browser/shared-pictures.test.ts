/** What is shown where an article is shared: a picture of its own in each language, drawn when the site was built. */
import { readFileSync } from 'node:fs';
import { LANGUAGES } from '@readingscan/reader/languages';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hrefOf } from '../../packages/web/src/layout/href.ts';
import { openSite, type Site } from './site.ts';

const CONTENT = new URL('../../packages/web/dist/content.json', import.meta.url);
/** bytes: it is fetched by others, again and again */
const LARGEST = 60_000;

let site: Site | undefined;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

const pictureOf = async (path: string): Promise<string> => {
  const html = await (await fetch(`${site?.url}${path}`)).text();
  return /<meta property="og:image" content="([^"]+)"/.exec(html)?.[1] ?? '';
};

test.each(LANGUAGES)(
  'each article in %s names a picture of its own, 1200 by 630, and no other article has it',
  async (language) => {
    const { articles } = JSON.parse(readFileSync(CONTENT, 'utf8'))[language];
    const seen = new Set<string>();
    for (const { slug } of articles) {
      const picture = await pictureOf(hrefOf(language, `/blog/${slug}`));
      expect(picture).toContain(`${site?.url}/assets/share-${language}-${slug}-`);
      const answer = await fetch(picture);
      expect(answer.headers.get('content-type')).toBe('image/png');
      const bytes = await answer.arrayBuffer();
      const view = new DataView(bytes);
      expect([view.getUint32(16), view.getUint32(20)]).toEqual([1200, 630]);
      expect(bytes.byteLength).toBeLessThan(LARGEST);
      seen.add(Buffer.from(bytes).toString('base64'));
    }
    expect(seen.size).toBe(articles.length);
  },
);

test('other pages share the picture of the site', async () => {
  expect(await pictureOf('/')).toMatch(/\/assets\/share-[0-9a-f]{10}\.png$/);
  expect(await pictureOf('/faq')).toBe(await pictureOf('/'));
});
