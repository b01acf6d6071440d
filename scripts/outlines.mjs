// Text as outlines of its letters, so that a drawing shows the same on every machine, whatever fonts it has.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as harfbuzz from 'harfbuzzjs';
import subsetFont from 'subset-font';
import { web } from './build-common.mjs';

const require = createRequire(join(web, 'package.json'));
const PLAIN =
  '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2';
const CHINESE = '@fontsource-variable/noto-sans-sc';

/** The fonts of some texts in one weight: what the plain voice lacks comes from the Chinese one, which lies in a hundred files. */
export async function openLetters(texts, weight) {
  const letters = [...new Set(texts.join(''))];
  const plain = await opened(PLAIN, letters.filter((letter) => letter < '\u2e80').join(''), weight);
  const fonts = new Map(letters.filter((letter) => plain.has(letter)).map((letter) => [letter, plain]));
  const files = new Map();
  for (const letter of letters.filter((one) => !fonts.has(one))) {
    const file = chineseFile(letter);
    files.set(file, `${files.get(file) ?? ''}${letter}`);
  }
  for (const [file, own] of files) {
    const font = await opened(file, own, weight);
    for (const letter of own) fonts.set(letter, font);
  }
  return { plain, of: (letter) => fonts.get(letter) ?? plain };
}

/** One line: how wide it is, and its letters as SVG paths from x = 0 on the line y = 0. */
export function outlined(letters, text, size) {
  let x = 0;
  const paths = [];
  for (const { font, text: run } of runsOf(letters, text)) {
    const scale = size / font.unitsPerEm;
    const buffer = new harfbuzz.Buffer();
    buffer.addText(run);
    buffer.guessSegmentProperties();
    harfbuzz.shape(font.font, buffer);
    const positions = buffer.getGlyphPositions();
    for (const [at, { codepoint }] of buffer.getGlyphInfos().entries()) {
      const { xAdvance, xOffset, yOffset } = positions[at];
      const d = font.font.glyphToPath(codepoint);
      if (d) paths.push({ d, x: round(x + xOffset * scale), y: round(-yOffset * scale), scale: round(scale, 5) });
      x += xAdvance * scale;
    }
  }
  return { width: x, paths };
}

/** Letters of one font stand together, so that they are set as its maker meant. */
function runsOf(letters, text) {
  const runs = [];
  for (const letter of text) {
    const font = letters.of(letter);
    const last = runs.at(-1);
    if (last?.font === font) last.text += letter;
    else runs.push({ font, text: letter });
  }
  return runs;
}

async function opened(file, letters, wght) {
  const source = readFileSync(require.resolve(file));
  const bytes = await subsetFont(source, letters, { targetFormat: 'sfnt', variationAxes: { wght } });
  const face = new harfbuzz.Face(
    new harfbuzz.Blob(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)),
  );
  const font = new harfbuzz.Font(face);
  const known = new Set(face.collectUnicodes());
  return { font, unitsPerEm: face.upem, has: (letter) => known.has(letter.codePointAt(0)) };
}

let ranges = null;

/** The file of the Chinese font that holds a letter. */
function chineseFile(letter) {
  ranges ??= Object.entries(JSON.parse(readFileSync(require.resolve(`${CHINESE}/unicode.json`), 'utf8'))).map(
    ([name, list]) => ({ name: name.replace(/[[\]]/g, ''), spans: list.split(',').map(spanOf) }),
  );
  const code = letter.codePointAt(0);
  const found = ranges.find(({ spans }) => spans.some(([from, to]) => code >= from && code <= to));
  if (!found) throw new Error(`no font has the letter ${letter}`);
  return `${CHINESE}/files/noto-sans-sc-${found.name}-wght-normal.woff2`;
}

function spanOf(range) {
  const [from, to = from] = range
    .replace('U+', '')
    .split('-')
    .map((hex) => Number.parseInt(hex, 16));
  return [from, to];
}

const round = (number, digits = 2) => Number(number.toFixed(digits));
