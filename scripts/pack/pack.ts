/** Makes the packages for builders: `npm run pack`, or with a folder to put them in. Each is whole in itself: what is ours is bundled, what is others' is a dependency of the same version as here. */

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build } from 'esbuild';
import ts from 'typescript';
import { declarationsOf } from './declarations.ts';
import { thirdPartyNotice } from './third-party.ts';

interface Bundle {
  readonly entries: Readonly<Record<string, string>>;
  readonly to: string;
  readonly platform: 'node' | 'browser';
}

interface Package {
  readonly name: 'engine' | 'reader' | 'client';
  /** what of it is public: one file for each place it runs in */
  readonly faces: readonly string[];
  readonly hasKnowledge: boolean;
  readonly bundles: readonly Bundle[];
  /** whose dependencies on others it has */
  readonly needs: string | null;
}

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const own = (...path: readonly string[]): string => join(root, ...path);
const out = resolve(process.argv[2] ?? own('dist-packages'));
const KNOWLEDGE = ['en.reading', 'en.words', 'es.words', 'zh.words'];
const FACES = ['node', 'browser'] as const;

const PACKAGES: readonly Package[] = [
  { name: 'engine', faces: FACES, hasKnowledge: true, bundles: [bundleOf('engine', FACES)], needs: null },
  {
    name: 'reader',
    faces: FACES,
    hasKnowledge: true,
    bundles: [
      bundleOf('reader', FACES, { files: 'publish/reader/files.ts', 'pdf-child': 'packages/ingest/src/pdf/child.ts' }),
      { entries: { worker: 'packages/reader/src/browser/worker.ts' }, to: 'dist/worker', platform: 'browser' },
    ],
    needs: 'packages/ingest/package.json',
  },
  // it runs wherever there is `fetch`
  { name: 'client', faces: ['fetch'], hasKnowledge: false, bundles: [bundleOf('client', ['fetch'])], needs: null },
];

/** All faces in one bundle: they share what is the same in Node and in a browser. */
function bundleOf(name: string, faces: readonly string[], more: Bundle['entries'] = {}): Bundle {
  const all = Object.fromEntries(faces.map((face) => [face, `publish/${name}/${face}.ts`]));
  return { entries: { ...all, ...more }, to: 'dist', platform: 'node' };
}

const staging = join(out, 'staged');
rmSync(staging, { recursive: true, force: true });
const program = ts.createProgram(
  PACKAGES.flatMap(({ name, faces }) => faces.map((face) => own('publish', name, `${face}.ts`))),
  compilerOptions(),
);
for (const one of PACKAGES) process.stdout.write(`${await pack(one)}\n`);
rmSync(staging, { recursive: true });

async function pack({ name, faces, hasKnowledge, bundles, needs }: Package): Promise<string> {
  const staged = join(staging, name);
  mkdirSync(join(staged, 'types'), { recursive: true });
  const dependencies = needs ? othersOf(needs) : {};
  const inputs = await Promise.all(bundles.map((bundle) => bundled(bundle, staged, Object.keys(dependencies))));
  for (const face of faces)
    writeFileSync(join(staged, 'types', `${face}.d.ts`), declarationsOf(program, own('publish', name, `${face}.ts`)));
  for (const file of hasKnowledge ? KNOWLEDGE : [])
    cpSync(own('packages/knowledge/dist', `${file}.json`), join(staged, 'knowledge', `${file}.json`));
  cpSync(own('publish', name, 'README.md'), join(staged, 'README.md'));
  cpSync(own('LICENSE'), join(staged, 'LICENSE'));
  writeFileSync(join(staged, 'THIRD-PARTY.txt'), thirdPartyNotice(inputs.flat(), root));
  const { version } = json('package.json');
  const manifest = { ...json(`publish/${name}/manifest.json`), version, dependencies };
  writeFileSync(join(staged, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return tarballOf(staged);
}

/** Names of the files that went in. */
async function bundled(
  { entries, to, platform }: Bundle,
  staged: string,
  others: readonly string[],
): Promise<string[]> {
  const forNode: BuildOptions = { conditions: ['source'], external: [...others], target: 'node20' };
  const forBrowser: BuildOptions = {
    conditions: ['source', 'browser'],
    mainFields: ['browser', 'module', 'main'],
    // nobody reads it, and every visitor loads it
    minify: true,
    target: 'es2022',
  };
  const { metafile } = await build({
    ...(platform === 'node' ? forNode : forBrowser),
    entryPoints: Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, own(path)])),
    outdir: join(staged, to),
    platform,
    bundle: true,
    splitting: true,
    format: 'esm',
    minifySyntax: true,
    legalComments: 'inline',
    chunkNames: 'part-[hash]',
    metafile: true,
    absWorkingDir: root,
    logLevel: 'warning',
  });
  return Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs));
}

function othersOf(manifest: string): Record<string, string> {
  const all: Readonly<Record<string, string>> = json(manifest).dependencies ?? {};
  return Object.fromEntries(Object.entries(all).filter(([name]) => !name.startsWith('@readingscan/')));
}

function tarballOf(staged: string): string {
  const { status, stdout, stderr } = spawnSync(
    'npm',
    ['pack', '--ignore-scripts', '--loglevel=error', '--pack-destination', out],
    { cwd: staged, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return join(out, stdout.trim());
}

function compilerOptions(): ts.CompilerOptions {
  const { options } = ts.parseJsonConfigFileContent(json('tsconfig.json'), ts.sys, root);
  return options;
}

function json(path: string) {
  return JSON.parse(readFileSync(own(path), 'utf8'));
}
