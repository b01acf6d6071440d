/** Writes the types of the client from what the interface says of itself: `npm run client`. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openApi } from '../../packages/server/src/api/openapi/openapi.ts';
import { apiTypes, type Description } from './api-types.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const to = process.argv[2] ?? fileURLToPath(new URL('../../publish/client/api.ts', import.meta.url));
// of an installation that has all there is
const described = openApi({
  version: '',
  access: 'key',
  hasKeys: true,
  hasSaving: true,
  hasJobs: true,
  hasPayments: true,
});
// made by us: one boundary
writeFileSync(to, apiTypes(described as unknown as Description));
const { status, stderr } = spawnSync('npx', ['biome', 'format', '--write', to], { cwd: root, encoding: 'utf8' });
if (status !== 0) throw new Error(stderr);
