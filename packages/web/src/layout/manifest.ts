/** What a device needs to put the page on its home screen. */
import { wordsOf } from '../words/words-of.ts';
import { hrefOf, LANGUAGE_TAG } from './href.ts';
import type { SiteView } from './site-view.ts';

/** Web app manifest, as JSON. */
export function renderManifest({ assets, language }: SiteView): string {
  const words = wordsOf(language);
  const start = hrefOf(language, '/');
  return JSON.stringify({
    id: '/',
    name: words.brand,
    short_name: words.brand,
    description: words.home.description,
    lang: LANGUAGE_TAG[language],
    start_url: start,
    scope: '/',
    display: 'standalone',
    background_color: '#f0f4f6',
    theme_color: '#ffffff',
    icons: [
      { src: assets.pictures.icon192, sizes: '192x192', type: 'image/png', purpose: 'any' },
      { src: assets.pictures.icon512, sizes: '512x512', type: 'image/png', purpose: 'any' },
      { src: assets.pictures.icon512, sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  });
}
