import { defineConfig } from 'vitest/config';

/** These compare or bound times: nothing runs beside them. */
const TIMED = [
  'packages/engine/test/length.test.ts',
  'packages/ingest/test/exchange-hostile.test.ts',
  'packages/knowledge/test/readability.test.ts',
];

/** These only compute: a worker keeps what it has loaded from one file of them to the next. */
const PURE = ['engine', 'knowledge', 'contract', 'render'].map((name) => `packages/${name}/test/**/*.test.ts`);

const source = {
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'], externalConditions: ['source'] } },
};

const patience = {
  testTimeout: 60_000,
  // a first start of the browser on a busy machine
  hookTimeout: 120_000,
  // a busy machine answers later than in the second that is given by default
  expect: { poll: { timeout: 20_000 } },
};

export default defineConfig({
  ...source,
  test: {
    // once, for all of the projects, in this order
    globalSetup: ['tests/setup-folder.ts', 'tests/setup-knowledge.ts'],
    projects: [
      {
        ...source,
        test: {
          ...patience,
          name: 'pure',
          include: PURE,
          exclude: TIMED,
          isolate: false,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        ...source,
        test: {
          ...patience,
          name: 'all',
          include: ['packages/*/test/**/*.test.ts', 'packages/*/test/**/*.test.tsx', 'tests/**/*.test.ts'],
          exclude: [...TIMED, ...PURE],
          // while a browser waits, another test has the processor
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        ...source,
        test: { ...patience, name: 'timed', include: TIMED, maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
