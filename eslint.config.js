import { defineConfig } from 'eslint/config';
import { parser, plugin } from 'typescript-eslint';

// Only what biome cannot see: types (a promise nobody awaits), and what the sources of the packages must never call.
const restricted = [
  {
    selector: 'MemberExpression[property.name=/^(dataSync|arraySync|bytesSync)$/]',
    message: 'A synchronous read stalls GPU backends and throws on WebGPU: await data() or array().',
  },
  {
    selector: 'MemberExpression[object.name="tf"][property.name=/^(random|multinomial$|truncatedNormal$)/]',
    message: 'tf.random* takes seed 0 for no seed, and tf.multinomial differs by backend: draw from an Rng.',
  },
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: 'Math.random has no seed: draw from an Rng.',
  },
];

export default defineConfig(
  { ignores: ['**/dist/', '**/node_modules/', 'docs/api/', 'runs/', 'coverage/', 'play.ts', 'packages/backend-simd/assembly/'] },
  {
    files: ['**/*.{ts,tsx,mjs}'],
    languageOptions: { parser, parserOptions: { project: 'tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    plugins: { '@typescript-eslint': plugin },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
    },
  },
  {
    files: ['packages/*/src/**/*.ts'],
    ignores: ['**/*.test.ts', 'packages/core/src/rng.ts'],
    rules: { 'no-restricted-syntax': ['error', ...restricted] },
  },
);
