import { readFileSync } from 'node:fs';
import { defineConfig } from 'tsup';

// One recipe for every package: tsup runs in the package's folder and finds this file above it. What it builds is what the
// package exports, so that a new entry is written down once.
type Manifest = { exports: Record<string, { '@genmodels/source': string }> };
const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;

export default defineConfig({
  entry: Object.values(exports).map((entry) => entry['@genmodels/source'].replace('./', '')),
  format: 'esm',
  target: 'es2022',
  platform: 'neutral',
  clean: true,
  sourcemap: true,
  dts: { compilerOptions: { ignoreDeprecations: '6.0' } }, // tsup sets `baseUrl`, which TypeScript 6 calls deprecated
});
