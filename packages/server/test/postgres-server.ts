/** A PostgreSQL server of this machine for tests, where one is installed; where none is, its tests are skipped and say so. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';

export interface PostgresServer {
  /** the address of a new, empty database */
  newDatabase(): string;
  /** Ends it as a crash would; `start` brings it back. */
  crash(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

const DEBIAN = '/usr/lib/postgresql';
const found = [
  ...(process.env.PATH ?? '').split(':'),
  ...(existsSync(DEBIAN) ? readdirSync(DEBIAN).map((version) => join(DEBIAN, version, 'bin')) : []),
].find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));

/** It refuses to run as root. */
const user = process.getuid?.() === 0 ? idsOf('postgres') : {};

export const noPostgres = found === undefined || user === null;
if (noPostgres) {
  console.warn('SKIPPED: tests on PostgreSQL. No server was found. Install it (Debian: postgresql) to run them.');
}

export async function postgresServer(): Promise<PostgresServer> {
  if (found === undefined || user === null) throw new Error('no PostgreSQL');
  const folder = mkdtempSync(join(tmpdir(), 'readingscan-postgres-'));
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  execFileSync(join(found, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync'], {
    ...user,
    env,
    stdio: 'ignore',
  });
  const port = await freePort();
  const settings = { listen_addresses: '127.0.0.1', port, unix_socket_directories: folder, fsync: 'off' };
  const at = (name: string): string => `postgres://postgres@127.0.0.1:${port}/${name}`;
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  let server: ChildProcess | null = null;
  const start = async (): Promise<void> => {
    server = spawn(join(found, 'postgres'), ['-D', data, ...flags], { ...user, env, stdio: 'ignore' });
    await answering(at('postgres'));
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const running = server;
    if (!running) return;
    server = null;
    const gone = new Promise((resolve) => running.once('exit', resolve));
    running.kill(signal);
    await gone;
  };
  await start();
  let made = 0;
  return {
    newDatabase() {
      made += 1;
      run(at('postgres'), `create database test_${made}`);
      return at(`test_${made}`);
    },
    crash: () => end('SIGQUIT'),
    start,
    async close() {
      await end('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What psql says to a statement. */
function run(url: string, statement: string): string {
  return execFileSync('psql', ['-X', '-q', '-t', '-c', statement, url], { encoding: 'utf8' });
}

async function answering(url: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (spawnSync('psql', ['-X', '-c', 'select 1', url], { stdio: 'ignore' }).status === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('PostgreSQL did not start');
}

function idsOf(name: string): { readonly uid?: number; readonly gid?: number } | null {
  const [uid, gid] = ['-u', '-g'].map((what) => Number(spawnSync('id', [what, name], { encoding: 'utf8' }).stdout));
  return uid && gid ? { uid, gid } : null;
}
