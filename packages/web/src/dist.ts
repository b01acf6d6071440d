/** Where the built files of the pages lie, and what they are called. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { WebAssets } from './assets.ts';
import type { SiteContent } from './content/types.ts';

/** `packages/web/dist` seen from the sources and from the bundled program; an option or READINGSCAN_WEB_DIST comes first. */
export function webDist(override?: string): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const places = [
    override,
    process.env.READINGSCAN_WEB_DIST,
    join(here, 'web'),
    join(here, '..', 'dist'),
    join(here, '..', '..', 'web', 'dist'),
  ];
  const found = places.find((place) => place !== undefined && existsSync(join(place, 'manifest.json')));
  if (found === undefined) throw new Error('The pages are not built yet. Run: npm run build');
  return found;
}

export function loadAssets(dist: string): WebAssets {
  // the build wrote it: one boundary
  return JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8')) as WebAssets;
}

export function loadContent(dist: string): SiteContent {
  // the build wrote it: one boundary
  return JSON.parse(readFileSync(join(dist, 'content.json'), 'utf8')) as SiteContent;
}
