/** Holds the package table of ARCHITECTURE.md: who may import whom, no circles, a pure engine, no report text in a log. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const PACKAGES = fileURLToPath(new URL('../packages', import.meta.url));

const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  knowledge: [],
  engine: ['knowledge'],
  ingest: ['engine'],
  render: ['engine', 'knowledge'],
  contract: ['engine'],
  reader: ['engine', 'ingest', 'knowledge', 'render', 'contract'],
  web: ['reader', 'render', 'contract', 'knowledge', 'engine', 'ingest'],
  server: ['web', 'reader', 'contract', 'render', 'ingest', 'engine', 'knowledge'],
  cli: ['knowledge', 'engine', 'ingest', 'render', 'contract', 'reader', 'web', 'server'],
};

const files = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory()
          ? files(join(folder, entry.name))
          : /\.tsx?$/.test(entry.name)
            ? [join(folder, entry.name)]
            : [],
      )
    : [];

const sources = Object.keys(MAY_IMPORT).flatMap((name) =>
  files(join(PACKAGES, name, 'src')).map((path) => ({ name, path, text: readFileSync(path, 'utf8') })),
);
const imports = (text: string): string[] =>
  [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].flatMap(([, path]) => path ?? []);

describe('packages import only what the table allows', () => {
  for (const [name, allowed] of Object.entries(MAY_IMPORT)) {
    it(name, () => {
      const found = new Set(
        sources
          .filter((source) => source.name === name)
          .flatMap(({ text }) => imports(text).flatMap((path) => /^@readingscan\/([a-z]+)/.exec(path)?.[1] ?? [])),
      );
      found.delete(name);
      expect([...found].filter((other) => !allowed.includes(other))).toEqual([]);
    });
    it(`${name} declares what it imports, and no more of us`, () => {
      const manifest = JSON.parse(readFileSync(join(PACKAGES, name, 'package.json'), 'utf8'));
      const declared = Object.keys(manifest.dependencies ?? {}).flatMap(
        (dependency) => /^@readingscan\/([a-z]+)/.exec(dependency)?.[1] ?? [],
      );
      expect(declared.filter((other) => !allowed.includes(other))).toEqual([]);
    });
  }
});

it('no more than 25 packages of others are needed to run it, each with an exact version', () => {
  const manifests = Object.keys(MAY_IMPORT).map((name) =>
    JSON.parse(readFileSync(join(PACKAGES, name, 'package.json'), 'utf8')),
  );
  const needed = manifests.flatMap(({ dependencies }) => Object.entries(dependencies ?? {}));
  const others = needed.filter(([name]) => !name.startsWith('@readingscan/'));
  expect(new Set(others.map(([name]) => name)).size).toBeLessThanOrEqual(25);
  expect(others.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)))).toEqual([]);
});

it('imports form no circle', () => {
  const graph = new Map(
    sources.map(({ path, text }) => [
      path,
      imports(text.replace(/import type[^;]+;/g, ''))
        .filter((to) => to.startsWith('.'))
        .map((to) => resolve(dirname(path), to)),
    ]),
  );
  const circles: string[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const visit = (path: string, trail: readonly string[]): void => {
    if (state.get(path) === 'done') return;
    if (state.get(path) === 'open') {
      circles.push([...trail.slice(trail.indexOf(path)), path].map((file) => relative(PACKAGES, file)).join(' → '));
      return;
    }
    state.set(path, 'open');
    for (const to of graph.get(path) ?? []) visit(to, [...trail, path]);
    state.set(path, 'done');
  };
  for (const path of graph.keys()) visit(path, []);
  expect(circles).toEqual([]);
});

it('the wings of the engine do not import one another, and only the pipeline knows their order', () => {
  const wings = ['segment', 'recognize', 'relate', 'explain'];
  const wing = (path: string): string | undefined => wings.find((name) => path.includes(`/engine/src/${name}/`));
  const crossing = sources
    .filter(({ name }) => name === 'engine')
    .flatMap(({ path, text }) =>
      imports(text)
        .filter((to) => to.startsWith('.'))
        .map((to) => [path, resolve(dirname(path), to)] as const),
    )
    .filter(([from, to]) => wing(from) && wing(to) && wing(from) !== wing(to));
  expect(crossing.map(([from, to]) => `${relative(PACKAGES, from)} → ${relative(PACKAGES, to)}`)).toEqual([]);
});

it('the engine is pure: nothing of Node, the DOM, the clock or chance', () => {
  const impure = sources
    .filter(({ name }) => name === 'engine')
    .filter(({ text }) =>
      /from 'node:|\bprocess\.|\bwindow\.|\bdocument\.(?!status|\w+s\b)|\bDate\.now|\bnew Date\(|\bMath\.random|\bconsole\.|\bfetch\(/.test(
        text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ''),
      ),
    )
    .map(({ path }) => relative(PACKAGES, path));
  expect(impure.filter((path) => !/documents?\./.test(path))).toEqual([]);
});

it('nothing is logged by engine, ingest, reader, render or web: report text never reaches a log', () => {
  const talkers = sources
    .filter(({ name }) => ['engine', 'ingest', 'reader', 'render', 'web', 'contract'].includes(name))
    .filter(({ text }) =>
      /\bconsole\.\w+\(|process\.std(?:out|err)\.write/.test(text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')),
    )
    .map(({ path }) => relative(PACKAGES, path));
  expect(talkers).toEqual([]);
});
