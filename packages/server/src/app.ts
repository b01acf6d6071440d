/** The application: pages, built files, the reader over HTTP; every answer with its headers, every failure without a trace of the report. */

import type { ProgramReader, WritingReader } from '@readingscan/reader';
import { LANGUAGES } from '@readingscan/reader/languages';
import {
  API,
  languageIn,
  type Operator,
  renderNotFound,
  type SiteContent,
  type SmartSettings,
  siteIn,
  type WebAssets,
} from '@readingscan/web';
import { Hono } from 'hono';
import type { Accounts } from './accounts/accounts.ts';
import { accountRoutes } from './accounts/routes.ts';
import { accessOf } from './api/access.ts';
import { jobRoutes } from './api/job-routes.ts';
import { openApi } from './api/openapi/openapi.ts';
import { savingRoutes } from './api/saving/saving-routes.ts';
import { type ApiSettings, OPEN } from './api/settings.ts';
import { ASKED_ORIGIN, namesItself } from './asked-origin.ts';
import { assetRoutes } from './asset-routes.ts';
import type { Contact } from './contact/contact.ts';
import { contactRoutes } from './contact/routes.ts';
import { contentRoutes } from './content-routes.ts';
import type { Credits } from './credits/credits.ts';
import { webhookRoutes } from './credits/webhook-routes.ts';
import { withCredits } from './credits/with-credits.ts';
import { EMBED_PATHS, embedRoutes, framedBy } from './embed/embed-routes.ts';
import { encoded, encodings } from './encoding.ts';
import { codeOf } from './failure-code.ts';
import { fhirRoutes } from './fhir/fhir-routes.ts';
import { formRoutes } from './form-routes.ts';
import type { Glossaries } from './glossaries.ts';
import { glossaryRoutes } from './glossary-routes.ts';
import { securityHeaders } from './headers.ts';
import { healthRoutes } from './health-routes.ts';
import type { Jobs } from './jobs/jobs.ts';
import { jobsRoutes } from './jobs/jobs-routes.ts';
import { once } from './made-once.ts';
import { metered } from './metrics/metered.ts';
import type { Metrics } from './metrics/metrics.ts';
import { watchReadings } from './metrics/watched.ts';
import { pageRoutes } from './page-routes.ts';
import { FAULTS, problemOf, problemResponse, unforeseenResponse } from './problem.ts';
import { readings } from './readings.ts';
import { withSaved } from './saved/account-part.ts';
import { savedExchange } from './saved/exchange.ts';
import { marksSessions } from './saved/mark.ts';
import { noting } from './saved/noting.ts';
import { savedRoutes } from './saved/routes.ts';
import type { Saved } from './saved/saved.ts';
import { ownLinkRoutes } from './shared/own-link-routes.ts';
import { sharedRoutes } from './shared/shared-routes.ts';
import { smartRoutes } from './smart/smart-routes.ts';
import { writeOf } from './written.ts';

export interface AppDeps {
  readonly reader: ProgramReader | WritingReader;
  /** read at one time; default 2 */
  readonly texts?: number;
  readonly assets: WebAssets;
  readonly glossaries: Glossaries;
  readonly content: SiteContent;
  /** who runs this installation */
  readonly operator: Operator;
  /** without it the page says who to write to, and has no form */
  readonly contact?: Contact | null;
  /** with the address that others reach the site by; without them nothing says that there could be any */
  readonly accounts?: {
    readonly is: Accounts;
    readonly origin: string;
    readonly saved?: Saved | null;
    readonly jobs?: Jobs | null;
    /** null, or left out, where nothing costs anything */
    readonly credits?: Credits | null;
  } | null;
  /** who may use the interface for programs; default: everybody */
  readonly api?: ApiSettings;
  /** whose pages may hold the reader in a frame; default: nobody's */
  readonly embed?: readonly string[];
  /** whose portals may open the reader; default: nobody's */
  readonly smart?: SmartSettings | null;
  readonly dist: string;
  /** the address that others reach the site by, where it is known */
  readonly origin: string | null;
  /** of the operator, between a visitor and the server */
  readonly proxies?: number;
  /** null, or left out, where nobody asks for figures */
  readonly metrics?: Metrics | null;
  /** told the kind of a failure, never its message: a message may carry words of a report */
  readonly onFailure: (name: string, path: string) => void;
}

export function createApp(deps: AppDeps): Hono {
  const {
    reader,
    texts,
    assets,
    glossaries,
    content,
    operator,
    contact,
    accounts,
    api = OPEN,
    embed = [],
    smart = null,
    dist,
    origin,
    proxies = 0,
    metrics = null,
    onFailure,
  } = deps;
  const app = new Hono();
  const credits = accounts?.credits ?? null;
  const site = siteIn(assets, origin ?? ASKED_ORIGIN, {
    hasAccounts: Boolean(accounts),
    hasSaving: Boolean(accounts?.saved),
    hasPayments: credits !== null,
  });
  const notFound = new Map(LANGUAGES.map((language) => [language, encodings(renderNotFound(site(language)))]));
  if (metrics) app.use(metered(metrics));
  if (embed.length > 0) for (const path of EMBED_PATHS) app.use(path, framedBy(embed));
  app.use(securityHeaders);
  if (origin === null) app.use(namesItself);
  app.route('/', healthRoutes(accounts ? () => accounts.is.answers() : null));
  app.route('/', pageRoutes(site, api.access === 'key'));
  if (embed.length > 0) app.route('/', embedRoutes(site, embed));
  if (smart) app.route('/', smartRoutes(site, smart));
  app.route('/', glossaryRoutes(site, glossaries));
  // before the written pages: its page has the form under it
  if (contact) app.route('/', contactRoutes({ contact, content, operator, siteIn: site, origin, proxies, onFailure }));
  if (accounts) {
    const { is, origin: own, saved = null } = accounts;
    if (saved) {
      app.use(marksSessions);
      const take = savedExchange({ accounts: is, saved, origin: own, onFailure });
      app.route('/', savedRoutes({ saved, take }));
      app.route('/', ownLinkRoutes({ saved, take }));
      app.route('/', sharedRoutes({ saved, siteIn: site, origin: own, proxies, onFailure }));
    }
    const noted = saved ? withSaved(noting(is, saved), saved) : is;
    const shownToo = credits ? withCredits(noted, credits) : noted;
    app.route(
      '/',
      accountRoutes({ accounts: shownToo, saved, credits, siteIn: site, origin: own, proxies, onFailure }),
    );
    if (credits) app.route('/', webhookRoutes({ credits, onFailure }));
  }
  app.route('/', contentRoutes({ content, glossaries, operator, siteIn: site, origin }));
  app.route('/', assetRoutes(dist, assets.pictures.icon192));
  const access = accessOf({
    settings: api,
    keys: accounts?.is.keys ?? null,
    origin: accounts?.origin ?? origin,
    proxies,
  });
  const description = once(() =>
    JSON.stringify(
      openApi({
        version: assets.version,
        access: api.access,
        hasKeys: Boolean(accounts),
        hasSaving: Boolean(accounts?.saved),
        hasJobs: Boolean(accounts?.jobs),
        hasPayments: credits !== null,
      }),
    ),
  );
  app.get(`${API}/openapi.json`, (c) => c.body(description(), 200, { 'Content-Type': 'application/json' }));
  const own = readings(texts);
  if (metrics) watchReadings(metrics, own);
  const charging = credits?.charging ?? null;
  app.route('/', jobRoutes({ write: writeOf(reader), readings: own, access, charging }));
  if (accounts?.saved) {
    const { is, saved } = accounts;
    app.route('/', savingRoutes({ reader, readings: own, access, saved, once: is.once, now: is.now, charging }));
  }
  if (accounts?.jobs) app.route('/', jobsRoutes({ jobs: accounts.jobs, access }));
  app.route('/', fhirRoutes({ reader, readings: own, access, origin, version: assets.version, onFailure, charging }));
  app.route('/', formRoutes({ reader, readings: own, access, site }));
  app.notFound((c) => {
    const page = notFound.get(languageIn(c.req.path));
    return c.req.path.startsWith('/api/') || !page
      ? problemResponse(problemOf(FAULTS.notFound))
      : encoded(page, c, { 'Content-Type': 'text/html; charset=UTF-8' }, 404);
  });
  app.onError((error, c) => {
    onFailure(codeOf(error), c.req.routePath);
    return unforeseenResponse(error);
  });
  return app;
}
