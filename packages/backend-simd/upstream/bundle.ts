import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { BackendName, SimdChoice } from './options.ts';

/** What the bundle exports. */
export interface Bundle {
  register(choice: SimdChoice): unknown;
  describeTests(backendName: string): Promise<void>;
}

/**
 * Bundles tfjs-core, its tests and a backend into `folder` and imports the result. The tests are modules for a bundler, which Node
 * cannot load as they are, and bundled together all of them share one tfjs-core.
 */
export async function importBundle(backend: BackendName, folder: string): Promise<Bundle> {
  const home = fileURLToPath(new URL('.', import.meta.url));
  const file = join(folder, 'tests.mjs');
  await build({
    stdin: {
      contents: `export { register } from './backends/${backend}.ts'; export { describeTests } from './suite.ts';`,
      resolveDir: home,
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    mainFields: ['module', 'main'],
    ignoreAnnotations: true, // tfjs-core does not list its tests among its files with side effects
    nodePaths: [join(home, '..', 'node_modules')], // tfjs-core imports jasmine-core without declaring it
    loader: { '.wasm': 'file' },
    assetNames: '[name]',
    banner: { js: commonJsNames },
    outfile: file,
    logLevel: 'warning',
  });
  return import(pathToFileURL(file).href);
}

/** What the CommonJS modules in the bundle expect to find: Emscripten's loader and node-fetch are such. */
const commonJsNames = [
  "import { createRequire as requireFrom } from 'node:module';",
  'const require = requireFrom(import.meta.url), __dirname = import.meta.dirname;',
].join('\n');
