import { defineConfig } from 'vitest/config';

// Tests run on the sources: a change in core is seen by every package at once, without a build.
const conditions = ['@genmodels/source', 'module', 'node', 'import', 'default'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    pool: 'threads',
    globalSetup: 'packages/backend-simd/scripts/compile.mjs',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          setupFiles: 'vitest.setup.ts',
          include: ['packages/*/{src,upstream,soak}/**/*.test.ts', 'apps/*/**/*.test.ts'],
          testTimeout: 20_000,
        },
      },
      {
        // The repository tests itself. What packs and measures needs `pnpm build` first.
        extends: true,
        test: { name: 'checks', include: ['checks/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 180_000 },
      },
    ],
  },
});
