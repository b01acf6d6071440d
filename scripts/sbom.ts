/** The parts of others that run in an installation, as CycloneDX 1.5: `npm run -s sbom > sbom.json`. From the lock file alone; `npm sbom --omit=dev` leaves out parts that building uses too. */
import { readFileSync } from 'node:fs';

interface Locked {
  readonly name?: string;
  readonly version?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
}

const read = (path: string) => JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'));
const { version } = read('packages/cli/package.json') as { readonly version: string };
// as npm writes it: one boundary
const { packages } = read('package-lock.json') as { readonly packages: Readonly<Record<string, Locked>> };

const FOLDER = 'node_modules/';
const parts = Object.entries(packages)
  .filter(([path, { dev, link }]) => path.includes(FOLDER) && !dev && !link)
  .map(([path, part]) => partOf(part.name ?? path.slice(path.lastIndexOf(FOLDER) + FOLDER.length), part));
// a part that lies in two folders is one
const once = [...new Map(parts.map((part) => [part['bom-ref'], part])).values()];

process.stdout.write(
  `${JSON.stringify(
    {
      bomFormat: 'CycloneDX',
      specVersion: '1.5',
      version: 1,
      metadata: { component: { type: 'application', name: 'readingscan', version } },
      components: once.sort((one, other) => (one['bom-ref'] < other['bom-ref'] ? -1 : 1)),
    },
    null,
    2,
  )}\n`,
);

function partOf(name: string, { version: of = '', integrity = '', license }: Locked) {
  const [, base64 = ''] = /^sha512-(\S+)/.exec(integrity) ?? [];
  return {
    'bom-ref': `${name}@${of}`,
    type: 'library',
    name,
    version: of,
    purl: `pkg:npm/${name.replace('@', '%40')}@${of}`,
    hashes: [{ alg: 'SHA-512', content: Buffer.from(base64, 'base64').toString('hex') }],
    licenses: license === undefined ? [] : [{ expression: license }],
  };
}
