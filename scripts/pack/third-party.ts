/** The licences of what is bundled into a package, as their authors want them kept. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** From the inputs of bundles: one part for each package of others. Throws where one says no licence. */
export function thirdPartyNotice(inputs: readonly string[], root: string): string {
  const folders = new Set(inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []));
  const parts = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const file = readdirSync(join(root, folder)).find((entry) => /^licen[cs]e/i.test(entry));
    if (!license && !file) throw new Error(`${name} says no licence`);
    const text =
      file && existsSync(join(root, folder, file)) ? readFileSync(join(root, folder, file), 'utf8').trim() : '';
    return `${name} ${version} (${license ?? 'see below'})\n\n${text}`.trim();
  });
  return parts.length === 0
    ? 'Nothing of others is bundled into this package.\n'
    : `Bundled into this package:\n\n${parts.join('\n\n----------------\n\n')}\n`;
}
