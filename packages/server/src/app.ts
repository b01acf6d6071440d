/** The application: pages, built files, the reader over HTTP; every answer with its headers, every failure without a trace of the report. */
import type { GlossaryKnowledge } from '@readingscan/knowledge';
import type { ProgramReader } from '@readingscan/reader';
import { renderText, type WebAssets } from '@readingscan/web';
import { Hono } from 'hono';
import { assetRoutes } from './asset-routes.ts';
import { encoded, encodings } from './encoding.ts';
import { glossaryRoutes } from './glossary-routes.ts';
import { securityHeaders } from './headers.ts';
import { openApi } from './openapi.ts';
import { pageRoutes } from './page-routes.ts';
import { FAULTS, problemOf, problemResponse } from './problem.ts';
import { readingRoutes } from './reading-routes.ts';

export interface AppDeps {
  readonly reader: ProgramReader;
  readonly assets: WebAssets;
  readonly glossary: GlossaryKnowledge;
  readonly dist: string;
  /** told the kind of a failure, never its message: a message may carry words of a report */
  readonly onFailure: (name: string, path: string) => void;
}

export function createApp({ reader, assets, glossary, dist, onFailure }: AppDeps): Hono {
  const app = new Hono();
  const notFound = encodings(renderText(assets, 'notFound'));
  app.use(securityHeaders);
  app.get('/api/v1/openapi.json', (c) => c.json(openApi(assets.version)));
  app.route('/', pageRoutes(assets));
  app.route('/', glossaryRoutes(assets, glossary));
  app.route('/', assetRoutes(dist));
  app.route('/', readingRoutes({ reader, assets }));
  app.notFound((c) =>
    c.req.path.startsWith('/api/')
      ? problemResponse(problemOf(FAULTS.notFound))
      : encoded(notFound, c.req.header('accept-encoding'), { 'Content-Type': 'text/html; charset=UTF-8' }, 404),
  );
  app.onError((error, c) => {
    onFailure(error.name, c.req.routePath);
    return problemResponse(problemOf(FAULTS.internal));
  });
  return app;
}
