/** Reading in threads: the same documents, and what one thread dies of is no other's fault. */
import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, test } from 'vitest';
import { createReader, type ReaderInput, type WritingReader } from '../src/node.ts';
import { createThreadedReader, ThreadLost, type ThreadPool, threadPool } from '../src/threads/index.ts';

/** A thread that answers with its question, dies of "die", fills its memory with "fill", and never comes back from "hang". */
const ECHO = `
const { parentPort } = require('node:worker_threads');
parentPort.on('message', async (asked) => {
  if (asked === 'die') process.exit(3);
  if (asked === 'throw') throw new TypeError('no');
  if (asked === 'fill') for (const all = []; ; ) all.push(new Array(100000).fill(asked));
  if (asked === 'hang') for (;;);
  if (asked.startsWith('wait')) await new Promise((done) => setTimeout(done, 60));
  parentPort.postMessage(asked);
});`;
let begun = 0;
let lost: string[] = [];
const echo = (): Worker => {
  begun += 1;
  return new Worker(ECHO, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 16 } });
};

describe('a pool of threads', () => {
  let pool: ThreadPool<string, string> | undefined;
  afterEach(async () => {
    await pool?.close();
    begun = 0;
    lost = [];
  });
  const open = (more: Partial<Parameters<typeof threadPool>[0]> = {}): ThreadPool<string, string> => {
    pool = threadPool<string, string>({ threads: 2, start: echo, onLost: (code) => lost.push(code), ...more });
    return pool;
  };
  const outcome = (asked: Promise<string>): Promise<string> => asked.catch((error) => error.name);

  test('begins no thread before it is asked, and no more than it may', async () => {
    const { ask } = open();
    expect(begun).toBe(0);
    const asked = Array.from({ length: 20 }, (_, index) => `wait ${index}`);
    expect(await Promise.all(asked.map((one) => ask(one)))).toEqual(asked);
    expect(begun).toBe(2);
  });

  test.each([
    ['die', 'ERR_WORKER_GONE'],
    ['throw', 'TypeError'],
    ['fill', 'ERR_WORKER_OUT_OF_MEMORY'],
  ])(
    'what a thread dies of (%s) fails alone, what it had ahead is answered, and another takes its place',
    async (asked, code) => {
      const { ask } = open({ threads: 1, ahead: 4 });
      const all = ['a', asked, 'b', 'c', 'd'].map((one) => outcome(ask(one)));
      expect(await Promise.all(all)).toEqual(['a', 'ThreadLost', 'b', 'c', 'd']);
      expect([begun, lost]).toEqual([2, [code]]);
    },
  );

  test('a thread that takes too long is ended', async () => {
    const { ask } = open({ threads: 1, longest: 2_000 });
    expect(await outcome(ask('a'))).toBe('a');
    expect(await Promise.all([outcome(ask('hang')), outcome(ask('b'))])).toEqual(['ThreadLost', 'b']);
  });

  test('a question that nobody waits for is not asked; one that is at work does not hold its thread', async () => {
    const { ask } = open({ threads: 1 });
    const gone = new AbortController();
    const reason = new Error('gone');
    const hanging = ask('hang', { signal: gone.signal });
    const waiting = ask('die', { signal: gone.signal });
    const after = ask('a');
    gone.abort(reason);
    await expect(hanging).rejects.toBe(reason);
    await expect(waiting).rejects.toBe(reason);
    await expect(ask('b', { signal: gone.signal })).rejects.toBe(reason);
    expect(await after).toBe('a');
    expect(lost).toEqual([]);
  });

  test('patient questions come after those that somebody waits for', async () => {
    const { ask } = open({ threads: 1 });
    const order: string[] = [];
    const asked = (one: string, isPatient: boolean) => ask(one, { isPatient }).then((told) => order.push(told));
    await Promise.all([
      asked('wait', true),
      asked('b1', true),
      asked('b2', true),
      asked('a1', false),
      asked('a2', false),
    ]);
    expect(order).toEqual(['wait', 'a1', 'a2', 'b1', 'b2']);
  });

  test('closed, it answers nothing more', async () => {
    const own = open({ threads: 1 });
    const asked = ['wait', 'b'].map((one) => outcome(own.ask(one)));
    await own.close();
    expect(await Promise.all([...asked, outcome(own.ask('c'))])).toEqual(['ThreadLost', 'ThreadLost', 'ThreadLost']);
    expect(new ThreadLost('x')).toBeInstanceOf(Error);
  });
});

describe('the reader in threads', () => {
  const knowledge = new URL('../../knowledge/dist/', import.meta.url);
  const KNEE = readFileSync(new URL('../../../examples/knee-mri.txt', import.meta.url), 'utf8');
  const TASKS = ['explain', 'read', 'extract', 'deidentify'] as const;
  const own: WritingReader[] = [];
  afterEach(async () => {
    for (const one of own.splice(0)) await one.close();
  });

  test('answers as the other does: every task, text and files, good and bad', async () => {
    const [plain, threaded] = [createReader({ knowledge }), createThreadedReader({ knowledge, threads: 1 })];
    own.push(threaded);
    const file: ReaderInput = { kind: 'files', files: [{ bytes: new TextEncoder().encode(KNEE), name: 'a.txt' }] };
    const inputs: ReaderInput[] = [
      { kind: 'text', text: KNEE },
      file,
      { kind: 'text', text: 'Dear Sir or Madam, your parcel has arrived.' },
      { kind: 'text', text: '  ' },
      { kind: 'files', files: [{ bytes: new TextEncoder().encode('%PDF-1.7\nbroken') }] },
    ];
    const asJson = (value: unknown) => JSON.parse(JSON.stringify(value));
    for (const input of inputs)
      for (const task of input.kind === 'text' ? TASKS : TASKS.slice(0, 1)) {
        const options = { language: 'es', level: 'standard', region: 'US' } as const;
        const [expected, told] = [await plain[task](input, options), await threaded[task](input, options)];
        expect(asJson(told), task).toEqual(asJson(expected));
      }
    const two: ReaderInput[] = [{ kind: 'text', text: KNEE }, file];
    expect(asJson(await threaded.compare(two))).toEqual(asJson(await plain.compare(two)));
    const written = await threaded.write('explain', [file]);
    expect(written.ok && JSON.parse(new TextDecoder().decode(written.document))).toEqual(
      asJson((await plain.explain(file)).document),
    );
    await plain.close();
  });

  test('a thread without memory for a text is a fault of ours, and the text is not lost', async () => {
    const codes: string[] = [];
    const reader = createThreadedReader({ knowledge, threads: 1, memory: 12, onLost: (code) => codes.push(code) });
    own.push(reader);
    expect(await reader.explain({ kind: 'text', text: KNEE })).toMatchObject({
      ok: false,
      error: { code: 'internal' },
      text: KNEE,
    });
    expect(codes).toEqual(['ERR_WORKER_OUT_OF_MEMORY']);
  });
});
