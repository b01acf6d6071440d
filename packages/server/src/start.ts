/** Starts the server on HOST and PORT, known to others as PUBLIC_ORIGIN, and stops it in order: no new requests, those under way answered, the reader closed. */
import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import type { ProgramReader } from '@readingscan/reader';
import { loadAssets, loadContent, type Operator, type SmartSettings, webDist } from '@readingscan/web';
import type { AccountParts, Accounts } from './accounts/accounts.ts';
import { type AccountSettings, accountSettings } from './accounts/settings.ts';
import { type ApiSettings, apiSettings } from './api/settings.ts';
import { createApp } from './app.ts';
import { type ContactParts, openContact } from './contact/contact.ts';
import { type ContactSettings, contactSettings, KEPT_DAYS } from './contact/settings.ts';
import type { CreditParts, Credits } from './credits/credits.ts';
import { type PaymentSettings, paymentSettings } from './credits/settings.ts';
import { embedOrigins } from './embed/settings.ts';
import { type Glossaries, loadGlossaries } from './glossaries.ts';
import { type JobSettings, jobSettings } from './jobs/settings.ts';
import type { Work, WorkParts, WorkSettings } from './jobs/work.ts';
import { lastResort } from './last-resort.ts';
import { logTo } from './log-lines.ts';
import { openMetrics } from './metrics/metrics.ts';
import { serveMetrics } from './metrics/metrics-server.ts';
import { type MetricsSettings, metricsSettings } from './metrics/settings.ts';
import { watchCredits, watchDatabase } from './metrics/watched.ts';
import { readOperator } from './operator.ts';
import { publicOrigin } from './origin.ts';
import { builtKnowledge, openProgramReader, type ProgramParts } from './program-reader.ts';
import type { Saved, SavedParts } from './saved/saved.ts';
import { type SavingSettings, savingSettings } from './saved/settings.ts';
import { withSecretFiles } from './secret-files.ts';
import { portFrom, readingThreads, trustedProxies } from './settings.ts';
import { smartSettings } from './smart/settings.ts';

export interface ServerOptions {
  /** default HOST, else 127.0.0.1 */
  readonly host?: string;
  /** default PORT, else 3000; 0 takes any free one */
  readonly port?: number;
  /** the address that others reach the site by; default PUBLIC_ORIGIN, else unknown */
  readonly origin?: string;
  /** how many proxies stand before the server; default: as TRUST_PROXY says, else none */
  readonly proxies?: number;
  /** where the built pages lie */
  readonly dist?: string;
  /** default: one of its own over `knowledge` */
  readonly reader?: ProgramReader;
  /** folder of the compiled knowledge; default: where the build puts it */
  readonly knowledge?: URL;
  /** what a built program has beside itself; default: the sources */
  readonly parts?: ProgramParts;
  /** default: those of `knowledge` */
  readonly glossaries?: Glossaries;
  /** who runs the installation; default: as `readingscan.yml` says */
  readonly operator?: Operator;
  /** where messages of the contact form go, null for no form; default: as CONTACT_DIR, SMTP_URL and SMTP_FROM say */
  readonly contact?: (ContactSettings & Partial<ContactParts>) | null;
  /** where accounts are kept, null for none; default: as DATABASE_URL and what belongs to it say */
  readonly accounts?: (AccountSettings & Partial<AccountParts>) | null;
  /** whether reports can be saved in accounts, null for not; default: as MASTER_KEY and what belongs to it say */
  readonly saving?: (SavingSettings & Partial<Pick<SavedParts, 'objects'>>) | null;
  /** how jobs of programs are kept and worked, where reports can be saved; default: as JOBS_HOURS and JOBS_IN_WEB say */
  readonly jobs?: JobSettings;
  /** whether work on the server costs credits, null for not; default: as PAYMENTS and what belongs to it say */
  readonly payments?: (PaymentSettings & Pick<CreditParts, 'waits'>) | null;
  /** who may use the interface for programs; default: as API_ACCESS and API_PER_MINUTE say */
  readonly api?: ApiSettings;
  /** where figures are given, null for nowhere; default: as METRICS_PORT and METRICS_HOST say */
  readonly metrics?: MetricsSettings | null;
  /** whose pages may hold the reader in a frame; default: as EMBED_ORIGINS says */
  readonly embed?: readonly string[];
  /** whose portals may open the reader, null for nobody's; default: as SMART_CLIENT_ID and SMART_ISSUERS say */
  readonly smart?: SmartSettings | null;
  /** stop on SIGTERM and SIGINT; default true */
  readonly signals?: boolean;
  readonly log?: (line: string) => void;
}

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  /** where figures are given; null for nowhere */
  readonly metricsUrl: string | null;
  close(): Promise<void>;
}

const MOST_WAIT = 30_000;

export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const env = withSecretFiles(process.env);
  const host = options.host ?? env.HOST ?? '127.0.0.1';
  const port = options.port ?? portFrom(env);
  const log = options.log ?? logTo((line) => void process.stderr.write(line), env);
  const origin = publicOrigin(options.origin ?? env.PUBLIC_ORIGIN);
  const dist = webDist(options.dist);
  const known = options.operator ?? readOperator();
  const settings = options.contact === undefined ? contactSettings(env, known) : options.contact;
  const operator = { ...known, contactDays: String(settings?.days ?? KEPT_DAYS) };
  const wanted = options.accounts === undefined ? accountSettings(env) : options.accounts;
  const saving: ServerOptions['saving'] = options.saving === undefined ? savingSettings(env) : options.saving;
  const payments: ServerOptions['payments'] = options.payments === undefined ? paymentSettings(env) : options.payments;
  const api = options.api ?? apiSettings(env, wanted !== null);
  const figures = options.metrics === undefined ? metricsSettings(env) : options.metrics;
  const assets = loadAssets(dist);
  const metrics = figures && openMetrics(assets.version);
  const embed = options.embed ?? embedOrigins(env);
  const smart = options.smart === undefined ? smartSettings(env) : options.smart;
  const accounts = wanted && (await openAccountsOf(wanted, log));
  const credits =
    accounts &&
    wanted &&
    payments &&
    (await openCreditsOf(accounts, payments, {
      log,
      ...wanted,
      ...(payments.waits ? { waits: payments.waits } : {}),
    }));
  const storage = credits ? credits.storage : null;
  const saved =
    accounts &&
    wanted &&
    saving &&
    (await openSavedOf(accounts, saving, {
      log,
      ...wanted,
      storage,
      ...(saving.objects ? { objects: saving.objects } : {}),
      ...(metrics ? { onCount: metrics.count } : {}),
    }));
  const knowledge = options.knowledge ?? builtKnowledge();
  const threads = readingThreads(env);
  const reader = options.reader ?? (await openProgramReader({ knowledge, threads, log, ...options.parts }));
  const keeping = options.jobs ?? jobSettings(env);
  const work =
    accounts &&
    saving &&
    (await openWorkOf(
      accounts,
      { ...keeping, saving },
      {
        reader,
        threads,
        log,
        metrics,
        ...wanted,
        ...(credits ? { credits: credits.jobs } : {}),
      },
    ));
  const contact = settings && (await openContact(settings, { log, ...settings }));
  const app = createApp({
    reader,
    // one waits beside those at work, so that no thread does
    texts: threads + 1,
    dist,
    glossaries: options.glossaries ?? loadGlossaries(knowledge),
    assets,
    content: loadContent(dist),
    operator,
    contact,
    accounts: accounts && wanted && { is: accounts, origin: wanted.origin, saved, jobs: work?.jobs ?? null, credits },
    api,
    metrics,
    embed,
    smart,
    origin,
    proxies: options.proxies ?? trustedProxies(env),
    onFailure: (name, path) => log(`failure: ${name} on ${path}`),
  });
  const { server, taken } = await listen(app.fetch, host, port);
  if (metrics && accounts) watchDatabase(metrics, accounts.database);
  if (metrics && accounts && credits) watchCredits(metrics, accounts.database, credits.now);
  const metricsAt = metrics && figures && (await serveMetrics(metrics, figures));
  // what an earlier run could not mail: not before this one is known to be the only one
  void contact?.sweep();
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${taken}`;

  let closing: Promise<void> | null = null;
  const close = (): Promise<void> => {
    // what is under way on both sides, at the same time
    closing ??= Promise.all([stop(server), work?.close()])
      .then(() => metricsAt?.close())
      .then(() => metrics?.close())
      .then(() => contact?.close())
      .then(() => saved?.close())
      .then(() => accounts?.close())
      .then(() => reader.close());
    return closing;
  };
  if (options.signals !== false) {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => void close().finally(() => process.exit(0)));
    }
    lastResort(process, log, close);
  }
  log(`ReadingScan is at ${url}`);
  if (metricsAt) log(`metrics: at ${metricsAt.url}`);
  return { url, port: taken, metricsUrl: metricsAt?.url ?? null, close };
}

/** The database, and all that accounts need, is loaded where there are to be some. */
async function openAccountsOf(
  settings: AccountSettings & Partial<AccountParts>,
  log: (line: string) => void,
): Promise<Accounts> {
  const { openAccounts } = await import('./accounts/accounts.ts');
  return openAccounts(settings, { log, ...settings });
}

async function openSavedOf({ database }: Accounts, settings: SavingSettings, parts: SavedParts): Promise<Saved> {
  const { openSaved } = await import('./saved/saved.ts');
  return openSaved(database, settings, parts);
}

async function openCreditsOf({ database }: Accounts, settings: PaymentSettings, parts: CreditParts): Promise<Credits> {
  const { openCredits } = await import('./credits/credits.ts');
  return openCredits(database, settings, parts);
}

async function openWorkOf(
  { database, once }: Accounts,
  settings: WorkSettings,
  parts: Omit<WorkParts, 'once'>,
): Promise<Work> {
  const { openWork } = await import('./jobs/work.ts');
  return openWork(database, settings, { ...parts, once });
}

type Fetch = Parameters<typeof serve>[0]['fetch'];

function listen(fetch: Fetch, hostname: string, port: number): Promise<{ server: Server; taken: number }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, hostname, port }, (info) => resolve({ server: server as Server, taken: info.port }));
    server.once('error', reject);
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => server.closeAllConnections(), MOST_WAIT);
    // a connection becomes idle when its answer is out: it is let go then
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    server.close(() => {
      clearTimeout(late);
      clearInterval(idle);
      resolve();
    });
    server.closeIdleConnections();
  });
}
