import { defineConfig } from 'vitest/config';

// Tests run on the sources: a change in core is seen by every package at once, without a build.
const conditions = ['@genmodels/source', 'module', 'node', 'import', 'default'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'apps/*/**/*.test.ts', 'checks/**/*.test.ts'],
    pool: 'threads',
    testTimeout: 20_000,
  },
});
