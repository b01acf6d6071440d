/** The list of parts of others is whole: each direct dependency at its version, with its hash and licence, and none that is used while building alone. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
interface Part {
  readonly name: string;
  readonly version: string;
  readonly hashes: readonly { readonly alg: string; readonly content: string }[];
  readonly licenses?: readonly unknown[];
}

test('npm run sbom lists what runs', () => {
  const made = JSON.parse(execFileSync('npm', ['run', '-s', 'sbom'], { cwd: root, encoding: 'utf8' }));
  expect([made.bomFormat, made.specVersion]).toEqual(['CycloneDX', '1.5']);
  const parts = new Map((made.components as readonly Part[]).map((part) => [`${part.name}@${part.version}`, part]));
  const direct = readdirSync(`${root}packages`).flatMap((name) => {
    const { dependencies = {} } = JSON.parse(readFileSync(`${root}packages/${name}/package.json`, 'utf8'));
    return Object.entries<string>(dependencies).filter(([own]) => !own.startsWith('@readingscan/'));
  });
  expect(direct.length).toBeGreaterThan(15);
  for (const [name, version] of direct) {
    const part = parts.get(`${name}@${version}`);
    expect(part?.hashes[0]?.content, name).toMatch(/^[0-9a-f]{128}$/);
    expect(part?.licenses?.length ?? 0, name).toBeGreaterThan(0);
  }
  // of parts of parts too
  expect(parts.size).toBeGreaterThan(100);
  for (const { name, hashes } of parts.values()) expect(hashes[0]?.content, name).toHaveLength(128);
  for (const name of parts.keys()) expect(name).not.toMatch(/^(playwright-core|lighthouse|@biomejs)/);
});
