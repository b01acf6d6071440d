/** Figures for who watches over the server: in the format of Prometheus, on a port of their own, and of nobody. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CANARY, keptReport } from '../../web/test/kept-reports.ts';
import { logTo } from '../src/log-lines.ts';
import { exposition } from '../src/metrics/exposition.ts';
import { routeOf } from '../src/metrics/metered.ts';
import { openMetrics } from '../src/metrics/metrics.ts';
import { serveMetrics } from '../src/metrics/metrics-server.ts';
import { requests } from '../src/metrics/requests.ts';
import { metricsSettings } from '../src/metrics/settings.ts';
import { WrongSetting } from '../src/wrong-setting.ts';
import { type AccountSite, ANA, accountSite, ORIGIN } from './account-site.ts';
import { PLANS } from './credits-site.ts';
import { KINDS, newDatabase } from './database-kinds.ts';
import { fakeReader } from './fake-reader.ts';
import { startFake } from './fake-server.ts';
import { act, save, saving } from './saved-site.ts';

const RUNNING = readFileSync(new URL('../../../docs/RUNNING.md', import.meta.url), 'utf8');
const FREE = { host: '127.0.0.1', port: 0 };
const NAME = '[a-zA-Z_:][a-zA-Z0-9_:]*';
const LABEL = '[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\\\\n]|\\\\["\\\\n])*"';
const SAMPLE = new RegExp(
  `^(${NAME})(?:\\{(${LABEL}(?:,${LABEL})*)\\})? (NaN|[+-]Inf|-?\\d+(?:\\.\\d+)?(?:e[+-]\\d+)?)$`,
);

interface Read {
  readonly types: ReadonlyMap<string, string>;
  /** by name and labels as written */
  readonly values: ReadonlyMap<string, number>;
}

/** The grammar of the text format, and what it asks of whole families; throws where the text does not hold to it. */
function read(text: string): Read {
  if (!text.endsWith('\n')) throw new Error('no end of line');
  const types = new Map<string, string>();
  const values = new Map<string, number>();
  let [helped, open] = ['', ''];
  for (const line of text.slice(0, -1).split('\n')) {
    const [, kind, name = '', rest = ''] = new RegExp(`^# (HELP|TYPE) (${NAME}) (.+)$`).exec(line) ?? [];
    if (kind === 'HELP') helped = name;
    else if (kind === 'TYPE') {
      if (helped !== name || types.has(name)) throw new Error(`TYPE of ${name} is not behind its HELP, once`);
      if (!['counter', 'gauge', 'histogram', 'summary', 'untyped'].includes(rest)) throw new Error(line);
      types.set(name, rest);
      open = name;
    } else {
      const [, family = '', labels = '', value = ''] = SAMPLE.exec(line) ?? [];
      const own = types.get(open) === 'histogram' ? family.replace(/_(bucket|sum|count)$/, '') : family;
      if (family === '' || own !== open) throw new Error(`no sample of ${open}: ${line}`);
      const key = labels === '' ? family : `${family}{${labels}}`;
      if (values.has(key)) throw new Error(`twice: ${line}`);
      values.set(key, Number(value.replace('Inf', 'Infinity')));
    }
  }
  return { types, values };
}

const figures = async (url: string | null): Promise<Read & { readonly text: string }> => {
  const answer = await fetch(url ?? '');
  expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  const text = await answer.text();
  return { text, ...read(text) };
};

describe('the format', () => {
  test('escapes what would end a label or a line, and writes numbers as Prometheus reads them', () => {
    const text = exposition([
      {
        name: 'a_total',
        help: 'one\\two\nthree',
        type: 'counter',
        samples: [
          { labels: { of: 'a"b\\c\nd' }, value: 1e21 },
          { labels: { of: 'x', to: 'y' }, value: Number.POSITIVE_INFINITY },
          { value: 0.000_000_1 },
        ],
      },
    ]);
    expect(text).toBe(
      '# HELP a_total one\\\\two\\nthree\n# TYPE a_total counter\na_total{of="a\\"b\\\\c\\nd"} 1e+21\na_total{of="x",to="y"} +Inf\na_total 1e-7\n',
    );
    expect(read(text).values.size).toBe(3);
  });

  test.each([
    'a 1',
    '# TYPE a counter\na 1\n',
    '# HELP a b\n# TYPE a counter\nb 1\n',
    '# HELP a b\n# TYPE a gauge\na{x=1} 2\n',
  ])('is not held by %j: the check can fail', (text) => {
    expect(() => read(text)).toThrow();
  });

  test('a duration is in its bucket and all above, and the last one holds all', () => {
    const asked = requests();
    for (const seconds of [0.001, 0.005, 0.02, 99]) {
      asked.begun();
      asked.answered({ route: '/faq', method: 'GET', status: 200, seconds });
    }
    const { values } = read(exposition(asked.families()));
    const bucket = (le: string) =>
      values.get(`readingscan_http_request_duration_seconds_bucket{route="/faq",method="GET",le="${le}"}`);
    expect([bucket('0.005'), bucket('0.01'), bucket('0.025'), bucket('60'), bucket('+Inf')]).toEqual([2, 2, 3, 3, 4]);
    const of = '{route="/faq",method="GET"}';
    expect(values.get(`readingscan_http_request_duration_seconds_count${of}`)).toBe(4);
    expect(values.get(`readingscan_http_request_duration_seconds_sum${of}`)).toBeCloseTo(99.026);
    expect(values.get('readingscan_http_requests_in_flight')).toBe(0);
  });

  test('a figure that cannot be read is left out, and the others are given', async () => {
    const metrics = openMetrics('1.2.3');
    metrics.watch({ name: 'gone', help: 'Gone.', type: 'gauge' }, () => Promise.reject(new Error(CANARY)));
    metrics.watch({ name: 'there', help: 'There.', type: 'gauge' }, () => [{ value: 2 }]);
    const { values, types } = read(await metrics.text());
    metrics.close();
    expect([types.has('gone'), values.get('there')]).toEqual([false, 2]);
    expect(values.get(`readingscan_build_info{version="1.2.3",node="${process.version}"}`)).toBe(1);
    expect(values.get('process_resident_memory_bytes')).toBeGreaterThan(1e6);
  });
});

test('a route is named as it is written, in all languages alike, and articles together', () => {
  expect(
    ['/es/faq', '/zh/', '/es', '/blog/lung-nodule', '/es/blog/lung-nodule', '/blog', '/estimate', '/*'].map(routeOf),
  ).toEqual(['/faq', '/', '/', '/blog/*', '/blog/*', '/blog', '/estimate', 'none']);
});

describe.each(KINDS)('of a server on %s', (kind) => {
  let at: AccountSite;
  beforeAll(async () => {
    // nobody answers there: no figure needs Stripe
    const stripe = { secretKey: 'sk_test_1', webhookSecrets: ['whsec_1'], api: 'http://127.0.0.1:9' };
    at = await accountSite({
      database: await newDatabase(kind),
      saving: saving(),
      metrics: FREE,
      payments: { plans: PLANS, stripe, origin: ORIGIN, waits: { pause: 1, patience: 100 } },
    });
  });
  afterAll(() => at.close());

  test('requests are counted by route, reports when they are saved and deleted; of nobody, and without a word', async () => {
    const browser = await at.member();
    const whole = keptReport();
    expect((await save(browser, whole)).status).toBe(201);
    expect((await act(browser, 'DELETE', `/${whole.report.id}`)).status).toBe(204);
    await browser.get(`/glossary/${CANARY}?q=${CANARY}`);
    await browser.get(`/${CANARY}/${CANARY}`);
    await browser.get('/es/glossary/nodule');
    const json = (text: string) => ({
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': '203.0.113.9' },
      body: JSON.stringify({ text }),
    });
    expect((await browser.ask('/api/v1/explain', json(`lung ${CANARY}`))).status).toBe(200);
    expect((await browser.ask('/api/v1/explain', json(`throw ${CANARY}`))).status).toBe(500);
    const { text, values, types } = await figures(at.metricsUrl);
    const count = (route: string, method: string, status: string) =>
      values.get(`readingscan_http_requests_total{route="${route}",method="${method}",status="${status}"}`);
    expect(count('/api/account/reports', 'POST', '2xx')).toBe(1);
    expect(count('/api/account/reports/:id', 'DELETE', '2xx')).toBe(1);
    expect(count('/api/v1/explain', 'POST', '2xx')).toBe(1);
    expect(count('/api/v1/explain', 'POST', '5xx')).toBe(1);
    expect(count('/account/verify', 'POST', '3xx')).toBe(1);
    expect([...values.keys()].filter((key) => key.includes('status="4xx"')).join()).toMatch(
      /route="(none|\/glossary\/:id)"/,
    );
    expect(values.get('readingscan_saved_reports_total{what="saved"}')).toBe(1);
    expect(values.get('readingscan_saved_reports_total{what="deleted"}')).toBe(1);
    expect(values.get('readingscan_database_up')).toBe(1);
    expect(values.get('readingscan_last_backup_timestamp_seconds')).toBe(0);
    expect(values.get('readingscan_readings{kind="text",state="waiting"}')).toBe(0);
    expect(values.has('readingscan_database_connections{state="open"}')).toBe(kind === 'postgres');
    // the alarms of the manual name figures that there are
    const named = RUNNING.match(/\b(?:readingscan|process|nodejs)_[a-z_]+/g) ?? [];
    expect(named.length).toBeGreaterThan(8);
    for (const name of named) expect([...types.keys()], name).toContain(name.replace(/_bucket$/, ''));
    for (const secret of [CANARY, ANA, 'quillfeather', whole.report.id, '127.0.0.1', '203.0.113', 'nodule'])
      expect(text, secret).not.toContain(secret);
  });
});

test('a limit that is hit is counted, and readings at work and waiting are seen', async () => {
  let open: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const server = await startFake({ reader: fakeReader(() => gate), metrics: FREE });
  const post = (): Promise<number> => {
    const body = new FormData();
    body.append('file', new Blob([new Uint8Array([1])]), 'page.jpg');
    return fetch(`${server.url}/api/v1/explain`, { method: 'POST', body }).then(({ status }) => status);
  };
  const answers = Array.from({ length: 30 }, post);
  const limited = 'readingscan_http_requests_limited_total{route="/api/v1/explain"}';
  await expect.poll(async () => (await figures(server.metricsUrl)).values.get(limited), { timeout: 20_000 }).toBe(4);
  const { values } = await figures(server.metricsUrl);
  expect(values.get('readingscan_readings{kind="files",state="at-work"}')).toBe(2);
  expect(values.get('readingscan_readings{kind="files",state="waiting"}')).toBe(24);
  expect(values.get('readingscan_http_requests_in_flight')).toBe(26);
  open();
  expect((await Promise.all(answers)).filter((status) => status === 200)).toHaveLength(26);
  await server.close();
});

describe('where they are given', () => {
  test('is not the port of the site, nothing else is there, and both end together', async () => {
    const server = await startFake({ metrics: FREE });
    const { metricsUrl, url } = server;
    expect((await fetch(`${url}/metrics`)).status).toBe(404);
    const own = new URL('/', metricsUrl ?? '');
    for (const path of ['/', '/healthz', '/metrics/', '/metrics?x=1', '/faq'])
      expect((await fetch(new URL(path, own))).status, path).toBe(404);
    expect((await fetch(metricsUrl ?? '', { method: 'POST' })).status).toBe(404);
    expect((await fetch(metricsUrl ?? '', { method: 'HEAD' })).status).toBe(200);
    await server.close();
    await expect(fetch(metricsUrl ?? '')).rejects.toThrow();
  });

  test('says that it could not read them, and goes on', async () => {
    const broken = { ...openMetrics('1'), text: () => Promise.reject(new Error(CANARY)) };
    const server = await serveMetrics(broken, FREE);
    for (let time = 0; time < 2; time += 1) {
      const answer = await fetch(server.url);
      expect([answer.status, await answer.text()]).toEqual([500, '']);
    }
    broken.close();
    await server.close();
  });

  test('is nowhere unless a port is set', async () => {
    const server = await startFake({});
    expect(server.metricsUrl).toBeNull();
    await server.close();
    expect(metricsSettings({ METRICS_PORT: ' ' })).toBeNull();
    expect(metricsSettings({ METRICS_PORT: '9464' })).toEqual({ host: '127.0.0.1', port: 9464 });
    expect(metricsSettings({ METRICS_PORT: '9464', METRICS_HOST: '0.0.0.0' })).toEqual({ host: '0.0.0.0', port: 9464 });
    for (const wrong of [
      { METRICS_PORT: 'a' },
      { METRICS_HOST: '::' },
      { METRICS_PORT: '3000' },
      { METRICS_PORT: '80', PORT: '80' },
    ])
      expect(() => metricsSettings(wrong)).toThrow(WrongSetting);
  });
});

test('a line of the log is itself, or one object with its time and the part that speaks', () => {
  const said: string[] = [];
  const log = (format?: string) =>
    logTo(
      (line) => said.push(line),
      { LOG_FORMAT: format },
      () => new Date(0),
    );
  log()('contact: 2 removed');
  log('json')('saved reports: "1" cannot be opened');
  log('json')('ReadingScan is at http://127.0.0.1:3000');
  expect(said[0]).toBe('contact: 2 removed\n');
  expect(said.slice(1).map((line) => JSON.parse(line))).toEqual([
    { time: '1970-01-01T00:00:00.000Z', area: 'saved reports', message: '"1" cannot be opened' },
    { time: '1970-01-01T00:00:00.000Z', area: 'server', message: 'ReadingScan is at http://127.0.0.1:3000' },
  ]);
  expect(said.every((line) => line.indexOf('\n') === line.length - 1)).toBe(true);
  expect(() => log('xml')).toThrow(WrongSetting);
});
