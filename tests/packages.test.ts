/** What builders get: packed, installed into an empty project without network, typed, and answering as the command line does. */
import { execFile, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiSite } from '../packages/server/test/api-site.ts';
import { saving } from '../packages/server/test/saved-site.ts';
import { noBrowser, openBrowser } from './browser/browser.ts';
import { serveFolder } from './browser/served-folder.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const own = (...path: readonly string[]): string => join(root, ...path);
const NODE = ['--conditions=source', '--import', 'tsx'];
const NAMES = ['engine', 'reader', 'client'] as const;
const FACES = { engine: ['node', 'browser'], reader: ['node', 'browser'], client: ['fetch'] } as const;
const KNEE = own('examples/knee-mri.txt');
const SCAN = own('examples/chest-xray.pdf');

const folder = mkdtempSync(join(tmpdir(), 'readingscan-packages-'));
const project = join(folder, 'project');
const at = (...path: readonly string[]): string => join(project, ...path);
const installed = (name: string, ...path: readonly string[]): string => at('node_modules/@readingscan', name, ...path);

beforeAll(() => {
  run(process.execPath, [...NODE, own('scripts/pack/pack.ts'), join(folder, 'packed')], root);
  mkdirSync(project);
  const tarball = (name: string): string => join(folder, `packed/readingscan-${name}-0.1.0.tgz`);
  const alone = [tarball('engine'), tarball('client')];
  run('npm', ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', ...alone], project);
  expect(readdirSync(at('node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['@readingscan']);
  // what others made lies in the repository already: no network is asked for it
  mkdirSync(installed('reader'));
  run('tar', ['xzf', tarball('reader'), '--strip-components=1', '-C', installed('reader')], project);
  for (const name of [...Object.keys(manifest('reader').dependencies), '@types/node']) link(name);
  for (const name of NAMES) cpSync(own('examples', name), at(name), { recursive: true });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('examples pass the strict compiler with the types of the packages, a wrong use does not', () => {
  writeFileSync(
    at('wrong.mts'),
    "import { openEngine } from '@readingscan/engine';\nopenEngine('fr').explain('text');\nimport { openClient } from '@readingscan/client';\nopenClient({ url: '' }).explain({ texts: [] });\n",
  );
  const strict = ['--strict', '--noEmit', '--allowJs', '--checkJs', '--exactOptionalPropertyTypes'];
  const how = ['--module', 'nodenext', '--target', 'es2022', '--lib', 'es2023,dom', '--types', 'node'];
  const files = ['engine/explain.mjs', 'reader/explain.mjs', 'reader/page.mjs', 'client/explain.mjs', 'wrong.mts'];
  const { stdout } = spawnSync(
    process.execPath,
    [own('node_modules/typescript/bin/tsc'), ...strict, ...how, ...files],
    { cwd: project, encoding: 'utf8' },
  );
  expect(stdout.trim().split('\n')).toEqual([
    expect.stringMatching(/^wrong\.mts\(2,12\).*'"fr"' is not assignable/),
    expect.stringMatching(/^wrong\.mts\(2,26\).*'string' is not assignable to parameter of type 'Source'/),
    expect.stringMatching(/^wrong\.mts\(4,35\).*'texts' does not exist/),
  ]);
});

test.each(NAMES)('the types of %s lead to no source of ours and leave nothing open', (name) => {
  for (const face of FACES[name]) {
    const types = readFileSync(installed(name, 'types', `${face}.d.ts`), 'utf8');
    expect(types.replace(/\/\*[\s\S]*?\*\//g, '')).not.toMatch(/\bany\b|import|\.ts'/);
    expect(types).toContain('export interface Explanation {');
  }
});

test('engine and reader answer as the command line does: a text, and a PDF opened in a process of its own', () => {
  const program = `
    import { readFileSync } from 'node:fs';
    import { openEngine } from '@readingscan/engine';
    import { openReader } from '@readingscan/reader';
    const [, text, pdf] = process.argv.map((path, at) => at > 0 && readFileSync(path));
    const reader = openReader();
    const read = await reader.explain({ kind: 'files', files: [{ bytes: pdf }] }, { language: 'es' });
    await reader.close();
    console.log(JSON.stringify(openEngine('es').explain({ kind: 'text', text: text.toString() })));
    console.log(JSON.stringify(read.ok && read.document));`;
  const answers = linesOf(run(process.execPath, ['--input-type=module', '-e', program, KNEE, SCAN], project));
  const asked = [{ text: readFileSync(KNEE, 'utf8') }, { path: SCAN }];
  const command = [own('packages/cli/src/main.ts'), 'batch', 'explain', '--language', 'es', '--jobs', '1'];
  const told = run(process.execPath, [...NODE, ...command], root, asked.map((one) => JSON.stringify(one)).join('\n'));
  expect(answers).toEqual(linesOf(told).map(({ id: _, ...document }) => document));
  expect(answers.map(({ language }) => language)).toEqual(['es', 'es']);
});

test('the example of the engine tells a report, and says of a letter that it is none', () => {
  const told = run(process.execPath, ['engine/explain.mjs', KNEE], project);
  expect(told).toMatch(/^- .*fluid in the joint.*\n {2}\(.*Small joint effusion/m);
  writeFileSync(at('letter.txt'), 'Dear Sir or Madam, thank you for your order of two chairs.');
  const letter = spawnSync(process.execPath, ['engine/explain.mjs', 'letter.txt'], { cwd: project, encoding: 'utf8' });
  expect([letter.status, letter.stderr]).toEqual([1, 'This does not look like a radiology report.\n']);
});

test('the example of the reader reads a photograph', () => {
  const told = run(process.execPath, ['reader/explain.mjs', own('packages/ingest/test/pages/wrist.png')], project);
  expect(told).toContain('There is no other broken bone.');
  expect(told).toContain('Next: ');
});

test.skipIf(noBrowser)('the reader opens a PDF in a browser, with what was put into a folder', async () => {
  run(process.execPath, [installed('reader', 'dist/files.js'), 'public/readingscan'], project);
  cpSync(installed('reader', 'dist'), at('public/dist'), { recursive: true });
  const page = readFileSync(at('reader/page.mjs'), 'utf8').replace('@readingscan/reader/browser', '/dist/browser.js');
  writeFileSync(at('public/page.js'), page);
  writeFileSync(at('public/index.html'), '<input type=file><output></output><script type=module src=page.js></script>');
  const site = await serveFolder(at('public'));
  const browser = await openBrowser();
  try {
    const tab = await browser.newPage();
    await tab.goto(`${site.url}/index.html`);
    await tab.locator('input').setInputFiles(SCAN);
    await expect.poll(() => tab.locator('output').textContent(), { timeout: 30_000 }).toMatch(/lung infection\.$/);
    expect(site.refused()).toEqual(['/favicon.ico']);
  } finally {
    await browser.close();
    await site.close();
  }
});

test('the client asks a real server: documents, files, a report saved once, and problems with their codes', async () => {
  const site = await apiSite('sqlite', { access: 'key', perMinute: null }, { saving: saving() });
  const program = `
    import { isProblemError, openClient } from '@readingscan/client';
    const [, url, explain, save] = process.argv;
    const client = openClient({ url, key: explain });
    const text = 'IMPRESSION: The lungs are clear.';
    const codeOf = (asked) => asked.catch((error) => isProblemError(error) ? [error.problem.code, error.problem.status] : String(error));
    const files = [new Blob([text])];
    const saver = openClient({ url, key: save });
    const once = { idempotencyKey: 'once' };
    const [first, again, other] = [await saver.save({ text, tags: ['chest'] }, once), await saver.save({ text, tags: ['chest'] }, once), await saver.save({ text })];
    console.log(JSON.stringify([
      (await client.explain({ text })).schema,
      (await client.explain({ files, language: 'es' })).schema,
      first.id === again.id, first.id === other.id,
      await codeOf(openClient({ url, patience: 0 }).explain({ text })),
      await codeOf(client.read({ text })),
      await codeOf(client.explain({ text, signal: 1 }, { signal: AbortSignal.abort('enough') })),
    ]));`;
  try {
    const args = ['--input-type=module', '-e', program, site.url, site.keys.explain, site.keys.save];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: project });
    expect(JSON.parse(stdout)).toEqual([
      'readingscan.explanation/1',
      'readingscan.explanation/1',
      true,
      false,
      ['no-key', 401],
      ['scope', 403],
      'enough',
    ]);
  } finally {
    await site.close();
  }
});

test('the command that copies files says what is right where it is used wrongly', () => {
  const wrong = spawnSync(process.execPath, [installed('reader', 'dist/files.js')], { encoding: 'utf8' });
  expect([wrong.status, wrong.stderr.split('\n').length]).toEqual([2, 2]);
});

test.each(NAMES)('%s: what a page shows of it is what it is', (name) => {
  const guide = readFileSync(installed(name, 'README.md'), 'utf8');
  for (const example of readdirSync(own('examples', name))) {
    const code = readFileSync(own('examples', name, example), 'utf8');
    expect(guide).toContain(code.trim());
    expect(code.split('\n').length).toBeLessThanOrEqual(41);
  }
  const { license, engines, version, dependencies } = manifest(name);
  expect([license, engines.node, version]).toEqual(['Apache-2.0', '>=20.19', '0.1.0']);
  const pinned = JSON.parse(readFileSync(own('packages/ingest/package.json'), 'utf8')).dependencies;
  for (const [other, wanted] of Object.entries(dependencies)) expect([other, wanted]).toEqual([other, pinned[other]]);
  const files = readdirSync(installed(name), { recursive: true }).map(String);
  const ours = files.filter((path) => /\.(js|json|txt|md)$/.test(path));
  for (const path of ours) expect(readFileSync(installed(name, path), 'utf8').includes(root), path).toBe(false);
});

interface Manifest {
  readonly license: string;
  readonly version: string;
  readonly engines: { readonly node: string };
  readonly dependencies: Readonly<Record<string, string>>;
}

// we wrote it: one boundary
const manifest = (name: string): Manifest => JSON.parse(readFileSync(installed(name, 'package.json'), 'utf8'));

// documents of the contract, compared and looked at for their language: one boundary
const linesOf = (text: string): readonly { readonly id?: string; readonly language: string }[] =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

function run(program: string, args: readonly string[], cwd: string, input = ''): string {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, input, encoding: 'utf8', maxBuffer: 1e8 });
  if (status !== 0) throw new Error(`${args.slice(0, 4).join(' ')}: ${stdout.slice(-2000)} ${stderr.slice(-2000)}`);
  return stdout;
}

function link(name: string): void {
  mkdirSync(dirname(at('node_modules', name)), { recursive: true });
  symlinkSync(own('node_modules', name), at('node_modules', name));
}
