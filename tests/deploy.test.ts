/** What is written for containers holds to the program: settings, commands, addresses and files that are there. Neither Docker nor Kubernetes is run. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type Document, parseAllDocuments } from 'yaml';
import { healthRoutes } from '../packages/server/src/health-routes.ts';
import { examine } from '../packages/server/src/index.ts';
import { IN_FILES, withSecretFiles } from '../packages/server/src/secret-files.ts';

const own = (...path: readonly string[]): string => fileURLToPath(new URL(join('..', ...path), import.meta.url));
const text = (...path: readonly string[]): string => readFileSync(own(...path), 'utf8');
const MANIFESTS = readdirSync(own('deploy/kubernetes')).map((name) => `deploy/kubernetes/${name}`);

const documents = (path: string): readonly Document[] => parseAllDocuments(text(path), { merge: true });
type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** All that hangs on a name anywhere within. */
const all = (within: unknown, name: string): readonly unknown[] =>
  isNode(within)
    ? Object.entries(within).flatMap(([key, value]) => [...(key === name ? [value] : []), ...all(value, name)])
    : [];
const nodes = (within: unknown, name: string): readonly Node[] => all(within, name).flat().filter(isNode);

const compose = documents('compose.yml')[0]?.toJS() ?? {};
const services = new Map(Object.entries<Node>(compose.services));
/** What stands beside it where photographs lie in a store of files. */
const withFiles = documents('compose.files.yml')[0]?.toJS() ?? {};
const stores = new Map(Object.entries<Node>(withFiles.services));
const containers = MANIFESTS.flatMap((path) =>
  documents(path).flatMap((document) => nodes(document.toJS(), 'containers').map((one) => [path, one] as const)),
);
const COMMANDS = [...text('packages/cli/src/main.ts').matchAll(/case '([\w-]+)':/g)].map(([, name]) => name);

const MADE: Readonly<Record<string, string>> = {
  'database-url': 'postgres://readingscan:secret@database/readingscan',
  'secret-key': randomBytes(32).toString('base64'),
  'master-keys': `2026:${randomBytes(32).toString('base64')}`,
  'smtp-url': 'smtps://user:secret@mail.example.org:465',
  'aws-access-key-id': 'AKIDEXAMPLE',
  'aws-secret-access-key': 'a-secret-of-the-bucket',
};

/** The settings as the program meets them, with secrets in files; what it says of them, and which it has read. */
async function metBy(written: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'readingscan-secrets-'));
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(written)) {
    const [, secret] = /^\/(?:run\/)?secrets\/(.+)$/.exec(value) ?? [];
    env[name] = secret === undefined ? value.replace(/\$\{\w+:-(.*?)\}/g, '$1') : join(folder, secret);
    if (secret !== undefined) writeFileSync(join(folder, secret), `${MADE[secret]}\n`);
  }
  const whole: Record<string, string | undefined> = { ...withSecretFiles(env) };
  for (const name of IN_FILES) delete whole[`${name}_FILE`];
  const read = new Set<string>();
  const watched = new Proxy(whole, {
    get(target, name) {
      read.add(String(name));
      return target[String(name)];
    },
  });
  const said: string[] = [];
  for await (const { what, isWell, said: line } of examine(watched)) {
    if (what !== 'settings') break;
    if (!isWell) said.push(line);
  }
  return { said, read };
}

const envOf = (container: Node): Readonly<Record<string, string>> =>
  Object.fromEntries(nodes(container, 'env').map(({ name, value }) => [String(name), String(value)]));

test.each(['compose.yml', 'compose.files.yml', ...MANIFESTS])('%s is YAML without a doubt, each name once', (path) => {
  const found = documents(path);
  expect(found.length).toBeGreaterThan(0);
  expect(found.flatMap(({ errors, warnings }) => [...errors, ...warnings])).toEqual([]);
});

describe('settings', () => {
  const served = (value: Node) => (value.args ?? value.command ?? []).toString().startsWith('serve');
  const settings: [string, Readonly<Record<string, string>>][] = [
    ['compose.yml', services.get('web')?.environment as Readonly<Record<string, string>>],
    [
      'compose.files.yml',
      {
        ...(services.get('web')?.environment as Readonly<Record<string, string>>),
        ...(stores.get('web')?.environment as Node as Readonly<Record<string, string>>),
      },
    ],
    ...containers
      .filter(([, one]) => served(one))
      .map(([path, one]): [string, Readonly<Record<string, string>>] => [path, envOf(one)]),
  ];

  test.each(settings)('of the servers in %s are right, and each is one that the program reads', async (_, written) => {
    const { said, read } = await metBy(written);
    expect(said).toEqual([]);
    expect(Object.keys(written).length).toBeGreaterThan(8);
    for (const name of Object.keys(written)) expect(read, name).toContain(readAs(name));
  });

  test('a slip in a name, or a wrong value, is found', async () => {
    const [, written = {}] = settings[0] ?? [];
    expect((await metBy({ ...written, TRUST_PROXY: 'yes' })).said).toHaveLength(1);
    const { read } = await metBy({ ...written, TRUST_PROXIES: '1', SMTP_FROM_FILE: '/x' });
    expect([read.has('TRUST_PROXIES'), read.has('SMTP_FROM_FILE')]).toEqual([false, false]);
  });

  test('of the other commands are the address of the database', () => {
    for (const name of ['migrate', 'backup'])
      expect(Object.keys(services.get(name)?.environment as Node)).toEqual(['DATABASE_URL_FILE']);
    for (const [path, one] of containers.filter(([, one]) => !served(one) && one.name !== 'worker'))
      expect(Object.keys(envOf(one)), path).toEqual(['DATABASE_URL_FILE']);
  });

  test('of the workers are the database, the keys that jobs are sealed with, and where figures are given', () => {
    const [, pod] = containers.find(([, one]) => one.name === 'worker') ?? [];
    const written = [services.get('worker')?.environment as Readonly<Record<string, string>>, envOf(pod ?? {})];
    const names = ['DATABASE_URL_FILE', 'LOG_FORMAT', 'MASTER_KEY_FILE', 'METRICS_HOST', 'METRICS_PORT'];
    for (const one of written) expect(Object.keys(one).sort()).toEqual(names);
    // a server that leaves jobs to them says so
    expect(services.get('web')?.environment).toMatchObject({ JOBS_IN_WEB: 'off' });
  });

  test('each file of a secret is one that is given', () => {
    const given = [...Object.keys(compose.secrets), ...Object.keys(withFiles.secrets)];
    for (const [name, service] of [...services, ...stores]) {
      // its key is no setting of ours
      if (name === 'files') continue;
      const used = (service.secrets ?? []) as readonly string[];
      expect(given, name).toEqual(expect.arrayContaining([...used]));
      const files = Object.values((service.environment ?? {}) as Node).flatMap(
        (value) => /^\/run\/secrets\/(.+)$/.exec(String(value))?.[1] ?? [],
      );
      expect([...files].sort(), name).toEqual([...used].sort());
    }
    const [secret] = documents('deploy/kubernetes/secret.example.yaml');
    const keys = Object.keys(secret?.toJS().stringData);
    for (const [path, one] of containers)
      for (const value of Object.values(envOf(one)))
        if (value.startsWith('/secrets/')) expect(keys, path).toContain(value.slice('/secrets/'.length));
  });
});

test('each command is one of the program', () => {
  expect(COMMANDS).toContain('serve');
  const asked = [
    ...[...services.values()].filter(({ image }) => image === 'readingscan').map(({ command }) => command),
    ...containers.map(([, { args }]) => args),
    JSON.parse(/^CMD (.+)$/m.exec(text('Dockerfile'))?.[1] ?? '[]'),
  ] as string[][];
  expect(asked.length).toBeGreaterThan(6);
  for (const [command] of asked) expect(COMMANDS).toContain(command);
});

test('each address that is asked for health is one of the server', () => {
  const routes = healthRoutes(null).routes.map(({ path }) => path);
  const asked = containers.flatMap(([, one]) =>
    all(one, 'httpGet')
      .filter(isNode)
      .map(({ path }) => path),
  );
  expect(asked).toEqual(['/healthz', '/healthz', '/readyz']);
  const inImage = /HEALTHCHECK[\s\S]*?\}(\/\w+)`/.exec(text('Dockerfile'))?.[1];
  for (const path of [...asked, inImage]) expect(routes).toContain(path);
});

test('nothing runs with more rights than it needs', () => {
  expect(stores.has('files')).toBe(true);
  for (const [name, service] of [...services, ...[...stores].filter(([one]) => one === 'files')]) {
    expect([service.read_only, service.cap_drop, service.security_opt], name).toEqual([
      true,
      ['ALL'],
      ['no-new-privileges:true'],
    ]);
    if (name !== 'proxy') expect(service.user, name).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    if (name !== 'proxy') expect(service.ports, name).toBeUndefined();
  }
  expect(containers).toHaveLength(5);
  for (const [path, one] of containers)
    expect(one.securityContext, path).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
  for (const path of MANIFESTS)
    for (const pod of documents(path).flatMap((document) => nodes(document.toJS(), 'template')))
      expect(nodes(pod, 'spec')[0]?.securityContext, path).toMatchObject({ runAsNonRoot: true, runAsUser: 1000 });
  expect(/^USER (.+)$/m.exec(text('Dockerfile'))?.[1]).toBe('1000:1000');
  expect(text('Dockerfile')).toContain('npm ci --ignore-scripts');
});

test('what the image holds is enough to serve pages', async () => {
  const [, last = ''] = text('Dockerfile').split(/^FROM .*$(?![\s\S]*^FROM )/m);
  const copied = [...last.matchAll(/^COPY --from=build \/app\/(\S+) \.\/(\S+)$/gm)].map(([, from = '', to = '']) => [
    from,
    to,
  ]);
  expect(copied.length).toBeGreaterThan(3);
  const image = mkdtempSync(join(tmpdir(), 'readingscan-image-'));
  for (const [from = '', to = ''] of copied) {
    mkdirSync(dirname(join(image, to)), { recursive: true });
    // half a gigabyte of libraries is not copied
    if (from === 'node_modules') symlinkSync(own(from), join(image, to));
    else cpSync(own(from), join(image, to), { recursive: true });
  }
  const [program = '', ...words] = JSON.parse(/^ENTRYPOINT (.+)$/m.exec(last)?.[1] ?? '[]');
  expect(program).toBe('node');
  const child = spawn(process.execPath, [...words, 'serve'], {
    cwd: image,
    env: { NODE_ENV: 'production', HOST: '127.0.0.1', PORT: '0', LOG_FORMAT: 'json' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  try {
    let said = '';
    child.stderr.on('data', (part) => {
      said += part;
    });
    await expect.poll(() => said, { timeout: 30_000 }).toContain('ReadingScan is at ');
    const url = /http:[^"\s]+/.exec(JSON.parse(said.split('\n')[0] ?? '').message)?.[0];
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    const body = JSON.stringify({ text: 'IMPRESSION: 1. No pulmonary embolism.' });
    const headers = { 'Content-Type': 'application/json' };
    expect((await fetch(`${url}/api/v1/explain`, { method: 'POST', headers, body })).status).toBe(200);
    expect((await fetch(`${url}/es/faq`)).status).toBe(200);
  } finally {
    child.kill('SIGKILL');
    rmSync(image, { recursive: true, force: true });
  }
});

/** A secret in a file is read under the name of the secret. */
const readAs = (name: string): string => IN_FILES.find((secret) => name === `${secret}_FILE`) ?? name;
