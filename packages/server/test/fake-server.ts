/** A server on a free port over fakes, for what is asked of its routes alone. */
import { type RunningServer, type ServerOptions, startServer } from '../src/start.ts';
import { fakeDist } from './fake-dist.ts';
import { GLOSSARIES } from './fake-glossary.ts';
import { fakeReader } from './fake-reader.ts';

export const startFake = (options: ServerOptions = {}): Promise<RunningServer> =>
  startServer({
    port: 0,
    dist: fakeDist(),
    reader: fakeReader(),
    glossaries: GLOSSARIES,
    operator: {},
    signals: false,
    log: () => undefined,
    ...options,
  });
