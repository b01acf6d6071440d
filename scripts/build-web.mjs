// Builds what the browser gets: scripts, worker, styles, fonts, text recognition, knowledge; hashed names, compressed ahead. `node scripts/build-web.mjs`

import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build } from 'esbuild';
import sharp from 'sharp';
import { assets, bundled, COMMON, dist, hashOf, LANGUAGES, root, web } from './build-common.mjs';
import { buildShares, drawShares } from './build-shares.mjs';
import { buildStyles, cutFonts } from './build-styles.mjs';

const ingestRequire = createRequire(join(root, 'packages/ingest/package.json'));
/** Started by a page itself. */
const PAGE_SCRIPTS = ['start', 'glossary', 'article', 'api', 'dashboard', 'shared', 'passkey', 'smart'];
const WORKER = join(root, 'packages/reader/src/browser/worker.ts');
const COMPRESSED = new Set(['.js', '.css', '.json', '.svg', '.wasm']);

/** `compiled`: when the knowledge and the content are; what needs neither is built before. */
export async function buildWeb(compiled = Promise.resolve()) {
  mkdirSync(assets, { recursive: true });
  const kept = new Set();
  const keep = (path) => {
    kept.add(path);
    return `/assets/${relative(assets, path).split('\\').join('/')}`;
  };

  // they share nothing: a page asks for few files, and its first script stands alone
  const sources = [...PAGE_SCRIPTS.map((name) => join(web, `src/islands/${name}.ts`)), WORKER];
  const built = await Promise.all(sources.map(buildScript));
  const outputs = Object.assign({}, ...built);
  const scriptOf = (source) => Object.keys(outputs).find((name) => outputs[name].entryPoint?.endsWith(source));
  for (const name of Object.keys(outputs)) keep(join(root, name));
  const home = scriptOf('islands/start.ts');
  const glossary = scriptOf('islands/glossary.ts');
  const worker = scriptOf('browser/worker.ts');
  const own = (name) => keep(join(root, name));
  const words = Object.fromEntries(LANGUAGES.map((language) => [language, scriptOf(`words/${language}.ts`)]));
  const dashboard = dashboardOf(built[PAGE_SCRIPTS.indexOf('dashboard')], own);

  const fonts = Object.fromEntries(Object.entries(await cutFonts()).map(([name, path]) => [name, keep(path)]));
  const [site, reader, result, keptReports, design] = (await buildStyles(fonts)).map(keep);
  // so small that it comes with the page
  const icon = `data:image/svg+xml,${encodeURIComponent(readFileSync(join(web, 'src/pictures/icon.svg'), 'utf8').trim())}`;
  const picture = async (drawing, name, width) => keep(await drawn(join(web, 'src/pictures', drawing), name, width));
  const drawings = {
    icon192: await picture('app-icon.svg', 'app-icon-192', 192),
    icon512: await picture('app-icon.svg', 'app-icon-512', 512),
    share: await picture('share.svg', 'share', 1200),
  };
  const { folder, files } = await copyOcr(keep);
  const { assetPaths } = await ingestAssets();
  await drawShares();
  await compressAll(kept);
  await compiled;
  for (const path of await buildShares()) keep(path);
  const knowledge = {
    reading: keep(copyHashed(join(root, 'packages/knowledge/dist/en.reading.json'))),
    words: Object.fromEntries(
      LANGUAGES.map((language) => [
        language,
        keep(copyHashed(join(root, `packages/knowledge/dist/${language}.words.json`))),
      ]),
    ),
  };

  const workerScripts = [...reach(outputs, worker)].map(own);
  // each page loads the words of its own language
  const pageScripts = [...reach(outputs, home)].filter((name) => !Object.values(words).includes(name)).map(own);
  const engine = new Set([...reachOf(outputs, worker, ['@readingscan/engine', 'packages/engine/'])].map(own));
  const text = [
    ...new Set([
      ...pageScripts,
      own(worker),
      ...engine,
      ...Object.values(fonts),
      reader,
      knowledge.reading,
      knowledge.words.en,
    ]),
  ];
  const pictures = [...workerScripts.filter((path) => !text.includes(path)), ...files];
  const manifest = {
    style: { site, reader, result, dashboard: keptReports, design },
    home: own(home),
    glossary: own(glossary),
    article: own(scriptOf('islands/article.ts')),
    api: own(scriptOf('islands/api.ts')),
    shared: own(scriptOf('islands/shared.ts')),
    smart: own(scriptOf('islands/smart.ts')),
    passkey: own(scriptOf('islands/passkey.ts')),
    dashboard,
    fonts,
    icon,
    pictures: drawings,
    interface: Object.fromEntries(LANGUAGES.map((language) => [language, own(words[language])])),
    worker: own(worker),
    knowledge,
    ingest: assetPaths(folder),
    offline: { text, pictures },
  };
  const version = hashOf(JSON.stringify(manifest));
  await build({
    ...COMMON,
    entryPoints: [join(web, 'src/islands/service-worker.ts')],
    outfile: join(dist, 'sw.js'),
    format: 'iife',
    define: { VERSION: JSON.stringify(version) },
  });
  sweep(assets, kept);
  await compressAll(kept);
  writeFileSync(join(dist, 'manifest.json'), `${JSON.stringify({ version, ...manifest }, null, 2)}\n`);
  return { version, ...manifest };
}

/** The page of kept reports: its script, the words of each language, and what they all have in common. */
function dashboardOf(outputs, own) {
  const script = Object.keys(outputs).find((name) => outputs[name].entryPoint?.endsWith('islands/dashboard.ts'));
  const wordsOf = (language) =>
    [`words/dashboard/${language}.ts`, `words/${language}.ts`].map((source) =>
      Object.keys(outputs).find((name) => outputs[name].entryPoint?.endsWith(source)),
    );
  const words = Object.fromEntries(LANGUAGES.map((language) => [language, wordsOf(language)]));
  const told = Object.values(words).flat();
  const parts = [...reach(outputs, script)].filter((name) => name !== script && !told.includes(name));
  return {
    script: own(script),
    parts: parts.map(own),
    words: Object.fromEntries(LANGUAGES.map((language) => [language, words[language].map(own)])),
  };
}

async function buildScript(source) {
  const { metafile } = await build({
    ...COMMON,
    entryPoints: [source],
    outdir: assets,
    splitting: true,
    entryNames: '[name]-[hash]',
    chunkNames: 'chunk-[hash]',
    metafile: true,
  });
  return metafile.outputs;
}

/** The list of files and their names is ingest's own. */
const ingestAssets = () => bundled("export * from './assets.ts';", join(root, 'packages/ingest/src'));

/** One folder whose name carries the hash of all: the text recognition asks for its files by their own names. */
async function copyOcr(keep) {
  const { OCR_ASSETS } = await ingestAssets();
  const found = OCR_ASSETS.map(({ from, to }) => ({ from: resolveFile(from), to }));
  const stamp = hashOf(found.map(({ from, to }) => `${to}:${statSync(from).size}:${packageVersion(from)}`).join('\n'));
  const directory = join(assets, `ocr-${stamp}`);
  mkdirSync(directory, { recursive: true });
  const files = found.map(({ from, to }) => {
    const path = join(directory, to);
    if (!existsSync(path)) copyFileSync(from, path);
    return keep(path);
  });
  return { folder: `/assets/${basename(directory)}`, files };
}

function resolveFile(path) {
  const [scope, name, ...rest] = path.split('/');
  const parts = scope.startsWith('@') ? [`${scope}/${name}`, rest.join('/')] : [scope, [name, ...rest].join('/')];
  for (const from of ingestRequire.resolve.paths(parts[0]) ?? []) {
    const file = join(from, ...parts);
    if (existsSync(file)) return file;
  }
  throw new Error(`not installed: ${path}. Run: npm ci`);
}

function packageVersion(file) {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    const path = join(folder, 'package.json');
    if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')).version;
  }
  return '';
}

/** Every script that an entry can come to load. */
function reach(outputs, entry, seen = new Set()) {
  if (seen.has(entry) || !outputs[entry]) return seen;
  seen.add(entry);
  for (const { path } of outputs[entry].imports) reach(outputs, path, seen);
  return seen;
}

/** What is loaded for the dynamic imports of an entry whose source lies in one of `places`. */
function reachOf(outputs, entry, places) {
  const seen = new Set();
  for (const { path } of outputs[entry].imports) {
    const source = outputs[path]?.entryPoint ?? '';
    if (places.some((place) => source.includes(place))) reach(outputs, path, seen);
  }
  for (const path of statically(outputs, entry)) seen.add(path);
  return seen;
}

function statically(outputs, entry, seen = new Set()) {
  if (seen.has(entry) || !outputs[entry]) return seen;
  seen.add(entry);
  for (const { path, kind } of outputs[entry].imports) if (kind === 'import-statement') statically(outputs, path, seen);
  return seen;
}

/** A drawing of ours as PNG, `width` pixels wide. */
async function drawn(source, name, width) {
  const drawing = readFileSync(source);
  const path = join(assets, `${name}-${hashOf(Buffer.concat([drawing, Buffer.from('palette')]))}.png`);
  if (!existsSync(path))
    writeFileSync(
      path,
      await sharp(drawing, { density: 144 }).resize({ width }).png({ palette: true, effort: 10 }).toBuffer(),
    );
  return path;
}

function copyHashed(source) {
  const content = readFileSync(source);
  const extension = extname(source);
  const path = join(assets, `${basename(source, extension)}-${hashOf(content)}${extension}`);
  if (!existsSync(path)) writeFileSync(path, content);
  return path;
}

const compressAll = (paths) => Promise.all([...paths].filter((path) => COMPRESSED.has(extname(path))).map(compress));

async function compress(path) {
  if (existsSync(`${path}.br`) && existsSync(`${path}.gz`)) return;
  const content = readFileSync(path);
  const quality = content.length > 400_000 ? 6 : 11;
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(content, {
      params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
    }),
    promisify(gzip)(content, { level: content.length > 400_000 ? 6 : 9 }),
  ]);
  writeFileSync(`${path}.br`, br);
  writeFileSync(`${path}.gz`, gz);
}

/** Files of earlier builds go. */
function sweep(folder, kept) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (![...kept].some((file) => file.startsWith(`${path}/`))) rmSync(path, { recursive: true });
    } else if (!kept.has(path.replace(/\.(br|gz)$/, ''))) rmSync(path);
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const started = performance.now();
  const { version } = await buildWeb();
  console.log(`web ${version} built in ${Math.round(performance.now() - started)} ms`);
}
