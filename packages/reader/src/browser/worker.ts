/** The worker: loads engine, knowledge and ingest when they are needed, and answers the page. Report text stays in here and in the page. */

import { comparedOf, digestOf } from '../digest.ts';
import { INTERNAL } from '../refusals.ts';
import { runTask } from '../run.ts';
import type { ReaderResult } from '../types.ts';
import type { BrowserAssets } from './assets.ts';
import { type Loaded, loader } from './load.ts';
import type { Answer, FromWorker, ToWorker } from './protocol.ts';

const cancels = new Map<number, AbortController>();
let loaded: Loaded | null = null;

// The page and its worker speak only these two unions: this is their one boundary.
const scope = self as unknown as DedicatedWorkerGlobalScope;
const send = (message: FromWorker): void => scope.postMessage(message);

scope.onmessage = (event: MessageEvent<ToWorker>) => {
  void receive(event.data);
};

async function receive(message: ToWorker): Promise<void> {
  switch (message.kind) {
    case 'assets':
      loaded = loader(message.assets satisfies BrowserAssets);
      return;
    case 'prepare':
      send({
        kind: 'prepared',
        id: message.id,
        ok: (await loaded?.prepare(message.readiness, message.language)) ?? false,
      });
      return;
    case 'run':
      return run(message);
    case 'digest':
    case 'compare':
      return list(message);
    case 'cancel':
      cancels.get(message.id)?.abort();
      cancels.delete(message.id);
      return;
    default:
      message satisfies never;
  }
}

async function run(message: Extract<ToWorker, { kind: 'run' }>): Promise<void> {
  if (!loaded) return;
  const { id } = message;
  const cancel = new AbortController();
  cancels.set(id, cancel);
  const result = await runTask(message.task, message.input, loaded, {
    ...message.options,
    signal: cancel.signal,
    onProgress: (progress) => send({ kind: 'progress', id, progress }),
  });
  cancels.delete(id);
  if (!cancel.signal.aborted) send({ kind: 'done', id, result });
}

/** What lists of kept reports are made of. */
async function list(message: Extract<ToWorker, { kind: 'digest' | 'compare' }>): Promise<void> {
  if (!loaded) return;
  const { id, language } = message;
  let result: ReaderResult<Answer>;
  try {
    const [engine, names] = await Promise.all([loaded.engine(language), loaded.names(language)]);
    result =
      message.kind === 'digest'
        ? { ok: true, document: digestOf(message.kept, engine, names) }
        : comparedOf(message.kept, engine, names);
  } catch {
    result = { ok: false, error: INTERNAL };
  }
  send({ kind: 'done', id, result });
}
