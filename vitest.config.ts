import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'], externalConditions: ['source'] } },
  test: {
    include: ['packages/*/test/**/*.test.ts', 'packages/*/test/**/*.test.tsx', 'tests/**/*.test.ts'],
    globalSetup: ['tests/setup-knowledge.ts'],
    testTimeout: 60_000,
    // a first start of the browser on a busy machine
    hookTimeout: 120_000,
  },
});
