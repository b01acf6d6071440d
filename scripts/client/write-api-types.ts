/** Writes the types of the client from what the interface says of itself: `npm run client`. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { apiTypes } from './api-types.ts';
import { described } from './described.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const to = process.argv[2] ?? fileURLToPath(new URL('../../publish/client/api.ts', import.meta.url));
writeFileSync(to, apiTypes(described()));
const { status, stderr } = spawnSync('npx', ['biome', 'format', '--write', to], { cwd: root, encoding: 'utf8' });
if (status !== 0) throw new Error(stderr);
