// The styles of the pages, and the fonts in them: each with the letters and weights that the pages show.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import subsetFont from 'subset-font';
import { assets, bundled, COMMON, hashOf, LANGUAGES, web } from './build-common.mjs';
import { palettesOf } from './palettes.mjs';

const require = createRequire(join(web, 'package.json'));
const ASCII = String.fromCharCode(...Array.from({ length: 95 }, (_, at) => 32 + at));
const SERIF = '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2';
const REPORT = `${ASCII}éöü‘’“”–—…·×°±²³µ•≤≥½¼\u00a0`;
/** Letters and weights that the styles use. */
const FONTS = {
  plain: {
    from: '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
    letters: `${ASCII}ÁÉÍÑÓÚáéíñóöúü¡¿«»‘’“”–—…·→\u00a0`.replace(/[`^~{}|\\]/g, ''),
    weight: { min: 400, max: 720, default: 400 },
  },
  report: { from: SERIF, letters: REPORT, weight: 400 },
};

/** Names of fonts, and where each lies. */
export async function cutFonts() {
  const cut = Object.entries(FONTS).map(async ([name, font]) => [name, await cutFont(name, font)]);
  return Object.fromEntries(await Promise.all(cut));
}

/** The styles of what is written, those of the reader and its result, which hold the few strong letters of the first screen, and all of them. */
export async function buildStyles(fonts) {
  const strong = (await letteredFont(SERIF, await strongLetters(), 640)).toString('base64');
  const addresses = { ...fonts, 'report-strong': `data:font/woff2;base64,${strong}` };
  const { outputFiles } = await build({
    ...COMMON,
    entryPoints: ['site', 'reader-page', 'result-page', 'dashboard-page', 'design'].map((name) =>
      join(web, `src/styles/${name}.css`),
    ),
    outdir: assets,
    write: false,
    external: ['*.woff2'],
  });
  const palettes = palettesOf(readFileSync(join(web, 'src/styles/tokens.css'), 'utf8'));
  return outputFiles.map(({ path, text }) => {
    const whole = basename(path) === 'design.css' ? text + palettes : text;
    const css = whole.replace(/"?([a-z-]+)\.woff2"?/g, (_, name) => addresses[name]);
    const styled = join(assets, `${basename(path, '.css')}-${hashOf(css)}.css`);
    writeFileSync(styled, css);
    return styled;
  });
}

/** A font with the letters and weights that the pages show, and no others: half as long on its way. What it lacks the next face of the list has. */
async function cutFont(name, { from, letters, weight }) {
  const content = readFileSync(require.resolve(from));
  const path = join(
    assets,
    `${name}-${hashOf(Buffer.concat([content, Buffer.from(letters + JSON.stringify(weight))]))}.woff2`,
  );
  if (!existsSync(path)) {
    writeFileSync(path, await letteredFont(from, letters, weight));
  }
  return path;
}

/** Small capitals, figures of other shapes and their kind are used nowhere. */
function letteredFont(from, letters, wght) {
  const settings = { targetFormat: 'woff2', variationAxes: { wght }, noLayoutClosure: true };
  return subsetFont(readFileSync(require.resolve(from)), letters, settings);
}

/** The first line of the first page, and the names of sections in its picture of a report. */
async function strongLetters() {
  const { wordsOf, SAMPLE_LINES } = await bundled(
    "export { wordsOf } from './words/words-of.ts'; export { SAMPLE_LINES } from './sample.ts';",
    join(web, 'src'),
  );
  const lines = [
    ...LANGUAGES.map((language) => wordsOf(language).home.heading[0]),
    ...SAMPLE_LINES.map(([name]) => name),
  ];
  return [...new Set(lines.join(''))].join('');
}
