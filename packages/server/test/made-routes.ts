/** The routes of a program with accounts, as "GET /path": they are made, nothing is asked of them. */
import { loadAssets, loadContent } from '@readingscan/web';
import { createApp } from '../src/app.ts';
import { fakeDist } from './fake-dist.ts';
import { GLOSSARIES } from './fake-glossary.ts';
import { fakeReader } from './fake-reader.ts';

export function madeRoutes(hasSaving: boolean, hasPayments = false): readonly string[] {
  const dist = fakeDist();
  const saved = hasSaving ? { most: { reports: 1, bytes: 1 } } : null;
  const app = createApp({
    reader: fakeReader(),
    assets: loadAssets(dist),
    content: loadContent(dist),
    glossaries: GLOSSARIES,
    operator: {},
    accounts: {
      is: { limits: {}, keys: {} } as never,
      origin: 'https://a.example',
      saved: saved as never,
      jobs: saved as never,
      credits: (hasPayments ? { charging: {}, webhookSecrets: [] } : null) as never,
    },
    dist,
    origin: null,
    onFailure: () => undefined,
  });
  return app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`);
}
