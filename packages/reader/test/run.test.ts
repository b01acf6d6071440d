import type { Engine, Explanation } from '@readingscan/engine';
import type { IngestResult } from '@readingscan/ingest/browser';
import { expect, test } from 'vitest';
import { SAMPLE_EXPLANATION } from '../../web/src/design/sample-explanation.ts';
import type { Loaded } from '../src/browser/load.ts';
import { runTask } from '../src/run.ts';

interface Told {
  readonly isReport?: boolean;
  readonly extracted?: IngestResult;
}

function loaded({ isReport = true, extracted }: Told): Loaded {
  const explain = (): Explanation => SAMPLE_EXPLANATION;
  const engine: Pick<Engine, 'explain' | 'read' | 'isReport'> = {
    explain,
    read: () => SAMPLE_EXPLANATION.reading,
    isReport: () => isReport,
  };
  return {
    // the three that are asked here
    engine: async () => engine as Engine,
    reading: async () => engine as Engine,
    ingest: async () => ({
      extract: async () =>
        extracted ?? {
          ok: false,
          error: { code: 'no-text', reason: 'no-words', message: 'No words.', hint: 'Again.' },
        },
      close: async () => undefined,
    }),
    names: async () => ({ concept: (id) => id, region: (name) => name }),
    prepare: async () => true,
  };
}

const text = (words: string) => ({ kind: 'text', text: words }) as const;
const files = { kind: 'files', files: [{ bytes: new Uint8Array([1]) }] } as const;

test('an empty text is told apart from a text that is no report', async () => {
  expect(await runTask('explain', text('  \n'), loaded({}), {})).toMatchObject({
    ok: false,
    error: { code: 'no-text' },
  });
  expect(await runTask('explain', text('Two chairs.'), loaded({ isReport: false }), {})).toMatchObject({
    ok: false,
    error: { code: 'not-a-report' },
    text: 'Two chairs.',
  });
});

test('any text can be read, also one that is no report', async () => {
  expect((await runTask('read', text('No effusion.'), loaded({ isReport: false }), {})).ok).toBe(true);
});

test('a Buffer, as Node reads a file, is handed on as plain bytes', async () => {
  const seen: Uint8Array[] = [];
  const parts = loaded({});
  const ingest = async () => ({
    ...(await parts.ingest()),
    extract: async (given: readonly { readonly bytes: Uint8Array }[]) => {
      seen.push(...given.map(({ bytes }) => bytes));
      return { ok: false, error: { code: 'no-text', reason: 'no-words', message: '', hint: '' } } as const;
    },
  });
  const buffer = { kind: 'files', files: [{ bytes: Buffer.from('%PDF') }] } as const;
  await runTask('extract', buffer, { ...parts, ingest }, {});
  expect(seen).toEqual([new Uint8Array(Buffer.from('%PDF'))]);
  expect(seen[0]?.constructor).toBe(Uint8Array);
});

test('what ingest refuses is handed on as it is', async () => {
  expect(await runTask('explain', files, loaded({}), {})).toEqual({
    ok: false,
    error: { code: 'no-text', reason: 'no-words', message: 'No words.', hint: 'Again.' },
  });
});

const doubtful: Extract<IngestResult, { ok: true }> = {
  ok: true,
  extraction: {
    schema: 'readingscan.extraction/1',
    source: {
      kind: 'image',
      text: 'A 9 mm nodule.',
      doubts: [{ span: [2, 3], kind: 'number', confidence: 0.4, alternatives: [] }],
    },
    warnings: [],
  },
};

test('doubtful text is refused with its explanation beside it, and the text kept', async () => {
  const result = await runTask('explain', files, loaded({ extracted: doubtful }), {});
  expect(result).toMatchObject({ ok: false, error: { code: 'low-quality' }, text: 'A 9 mm nodule.' });
  expect(result.ok || result.document).toBeTruthy();
});

test('a page that could not be read is not called something else than a report', async () => {
  const words = [{ span: [0, 14], page: 1, box: [0, 0, 10, 10], confidence: 0.3 }] as const;
  const illegible: IngestResult = {
    ok: true,
    extraction: { ...doubtful.extraction, source: { ...doubtful.extraction.source, words } },
  };
  const result = await runTask('explain', files, loaded({ extracted: illegible, isReport: false }), {});
  expect(result).toMatchObject({ ok: false, error: { code: 'low-quality' } });
  expect(result.ok || result.document).toBeUndefined();
});

test('a failure inside keeps the text and says nothing of its inside', async () => {
  const broken: Loaded = { ...loaded({}), engine: () => Promise.reject(new Error('secret')) };
  const result = await runTask('explain', text('No effusion.'), broken, {});
  expect(result).toMatchObject({ ok: false, error: { code: 'internal' }, text: 'No effusion.' });
  expect(JSON.stringify(result)).not.toContain('secret');
});
