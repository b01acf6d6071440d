// Draws what is shown where an article is shared: one picture for each article in each language, kept from build to build.

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import sharp from 'sharp';
import { parse } from 'yaml';
import { assets, bundled, dist, hashOf, LANGUAGES, root, web } from './build-common.mjs';
import { openLetters, outlined } from './outlines.mjs';

const CONTENT = join(dist, 'content.json');
const BRAND = 'ReadingScan';
const WEIGHT = 680;
/** of the letters, in pixels: the largest with which a title takes no more lines than may be */
const SIZES = [
  { size: 70, lines: 3 },
  { size: 60, lines: 4 },
  { size: 50, lines: 5 },
  { size: 42, lines: 6 },
];
const LEADING = 1.16;
/** shares of the width, the widest first */
const NARROWER = Array.from({ length: 12 }, (_, at) => 0.96 - at * 0.04);
/** what all pictures depend on */
const MADE_BY = ['scripts/build-shares.mjs', 'scripts/outlines.mjs'].map((path) => join(root, path));
const DRAWN_BY = ['blog/share-picture.tsx', 'blog/shelf-picture.tsx', 'layout/icon.tsx'].map((path) =>
  join(web, 'src', path),
);
/** where Chinese may not break: before these */
const NEVER_FIRST = /^[，。？！：；、”’）》]/u;

/** Draws the pictures by what the articles say of themselves, before they are compiled. */
export async function drawShares() {
  await drawMissing(
    LANGUAGES.flatMap((language) => writtenArticles(language).map((article) => share(language, article))),
  );
}

/** Paths of the pictures; the compiled articles are told theirs. */
export async function buildShares() {
  const content = JSON.parse(readFileSync(CONTENT, 'utf8'));
  const wanted = LANGUAGES.flatMap((language) => content[language].articles.map((article) => share(language, article)));
  await drawMissing(wanted);
  for (const { article, path } of wanted) article.picture = `/assets/${path.slice(assets.length + 1)}`;
  writeFileSync(CONTENT, JSON.stringify(content));
  return wanted.map(({ path }) => path);
}

const share = (language, article) => ({ article, language, path: pathOf(language, article) });

/** Address, title and category of each article; translations have the category of the English one. What is wrong with one is for the compiler to say. */
function writtenArticles(language) {
  const matter = (of, name) => {
    const file = join(web, 'content', of, 'blog', name);
    return existsSync(file)
      ? (parse(
          readFileSync(file, 'utf8')
            .split('\n---\n')[0]
            .replace(/^---\n/, ''),
        ) ?? {})
      : {};
  };
  return readdirSync(join(web, 'content/en/blog'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => ({
      slug: name.slice(0, -'.md'.length),
      title: matter(language, name).title,
      category: matter('en', name).category,
    }))
    .filter(({ title, category }) => title && category);
}

async function drawMissing(wanted) {
  const missing = wanted.filter(({ path }) => !existsSync(path));
  if (missing.length > 0) await draw(missing);
}

let made = null;

function pathOf(language, { slug, title, category }) {
  made ??= hashOf([...MADE_BY, ...DRAWN_BY].map((path) => readFileSync(path, 'utf8')).join('') + fontVersions().join());
  return join(assets, `share-${language}-${slug}-${hashOf(`${made}${title}${category}`)}.png`);
}

function fontVersions() {
  const require = createRequire(join(web, 'package.json'));
  return ['atkinson-hyperlegible-next', 'noto-sans-sc'].map(
    (name) => JSON.parse(readFileSync(require.resolve(`@fontsource-variable/${name}/package.json`), 'utf8')).version,
  );
}

async function draw(missing) {
  const { SharePicture, SHARE, h, render } = await bundled(
    `export { SharePicture, SHARE } from './blog/share-picture.tsx';
     export { h } from 'preact';
     export { render } from 'preact-render-to-string';`,
    join(web, 'src'),
  );
  const letters = await openLetters([BRAND, ...missing.map(({ article }) => article.title)], WEIGHT);
  const brand = outlined(letters, BRAND, 38);
  await Promise.all(
    missing.map(async ({ article: { title, category }, language, path }) => {
      const { size, lines } = set(title, language, SHARE.textWidth, letters);
      const svg = render(h(SharePicture, { title, shelf: category, brand, lines, leading: size * LEADING }));
      writeFileSync(path, await sharp(Buffer.from(svg)).png({ palette: true, colours: 64, effort: 4 }).toBuffer());
    }),
  );
}

/** A title in lines, as large as it goes. */
function set(title, language, width, letters) {
  for (const { size, lines: most } of SIZES) {
    const within = (most) => wrapped(title, language, (text) => outlined(letters, text, size).width <= most);
    const lines = within(width);
    if (!lines || lines.length > most) continue;
    // as narrow as the same number of lines goes: none is left with a word alone
    const even = NARROWER.map((share) => within(width * share)).filter((one) => one?.length === lines.length);
    return { size, lines: (even.at(-1) ?? lines).map((line) => outlined(letters, line, size)) };
  }
  throw new Error(`the title is too long for its picture: ${title}`);
}

/** Lines that fit, all of about one length; null where a word does not fit by itself. */
function wrapped(title, language, fits) {
  const pieces = language === 'zh' ? chinesePieces(title) : title.split(/(?<= )/);
  const lines = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    if (last !== undefined && fits((last + piece).trimEnd())) lines[lines.length - 1] = last + piece;
    else if (fits(piece.trimEnd())) lines.push(piece);
    else return null;
  }
  return lines.map((line) => line.trim());
}

/** Words as Chinese has them, marks at the end of what they belong to. */
function chinesePieces(title) {
  const pieces = [];
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(title)) {
    const isOpen = /[“‘（《]$/u.test(pieces.at(-1) ?? '');
    if (pieces.length > 0 && (isOpen || NEVER_FIRST.test(segment))) pieces[pieces.length - 1] += segment;
    else pieces.push(segment);
  }
  return pieces;
}
