/** What stops the packing: types that builders could not use. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { afterAll, expect, test } from 'vitest';
import { declarationsOf } from '../scripts/pack/declarations.ts';

const folder = mkdtempSync(join(tmpdir(), 'readingscan-declarations-'));
afterAll(() => rmSync(folder, { recursive: true }));

function typesOf(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(folder, 'sources-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  const entry = join(root, 'entry.ts');
  const options = {
    noLib: true,
    types: [],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  };
  return declarationsOf(ts.createProgram([entry], { ...options, allowImportingTsExtensions: true }), entry);
}

test('types that an export leads to come along with their comments, and what only its body names does not', () => {
  const types = typesOf({
    'entry.ts': `/** The head of the file. */
import { help, type Given } from './given.ts';
/** Does it. */
export function run(given: Given): string { return help(given); }`,
    'given.ts': `export interface Secret { readonly a: string }
/** What it takes. */
export interface Given { readonly inner: Inner }
type Inner = 'one' | 'two';
export const help = (given: Given): string => given.inner;`,
  });
  expect(types).toBe(`/** Does it. */
export declare const run: (given: Given) => string;

/** What it takes. */
export interface Given { readonly inner: Inner }

export type Inner = 'one' | 'two';
`);
});

test.each([
  ['a type that is any', { 'entry.ts': 'export interface A { readonly b: any }' }, /is any: /],
  [
    'what comes out as any without saying so',
    { 'entry.ts': 'export const a = (text: string) => JSON(text);\ndeclare function JSON(text: string): any;' },
    /is any: /,
  ],
  [
    'a type of another package',
    {
      'entry.ts': "import type { Z } from 'z';\nexport interface A { readonly b: Z }",
      'node_modules/z/index.d.ts': 'export interface Z { readonly c: string }',
    },
    /lead to .*node_modules/,
  ],
  [
    'two types of one name',
    {
      'entry.ts':
        "import type { B } from './b.ts';\nexport interface A { readonly b: B }\nexport interface C { readonly a: A }",
      'b.ts': 'export interface B { readonly a: A }\ninterface A { readonly d: string }',
    },
    /two declarations are called A/,
  ],
])('%s', (_, files, said) => {
  expect(() => typesOf(files as Record<string, string>)).toThrow(said);
});
