import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ASSETS } from '../../server/test/fake-dist.ts';
import { COLOURS } from '../src/design/colours.tsx';
import { siteIn } from '../src/layout/site-view.ts';
import { renderDesign, renderHome } from '../src/render-page.tsx';

const site = siteIn(ASSETS, null)('en');

test('the page of components is for no search engine, and no page leads to it', () => {
  expect(renderDesign(site)).toContain('<meta name="robots" content="noindex"/>');
  expect(renderHome(site)).not.toContain('/design');
  expect(renderHome(site)).not.toContain('noindex');
});

test('it shows every colour that there is', () => {
  const tokens = readFileSync(new URL('../src/styles/tokens.css', import.meta.url), 'utf8');
  const names = new Set([...tokens.matchAll(/--([a-z][a-z0-9-]*): #/g)].map(([, name]) => name));
  expect([...COLOURS].sort()).toEqual([...names].sort());
});
