import { join, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { root } from '../../scripts/lib/paths.mjs';

export interface Bundle {
  /** What is downloaded at first, after minifying and gzip -9, in bytes. */
  readonly gzipped: number;
  /** The files that put something into the bundle, from the root, the largest first. */
  readonly inputs: readonly { readonly file: string; readonly bytes: number }[];
}

/**
 * Bundles a file of checks/bundles for the browser, tfjs-core included and no backend, as an application's bundler would:
 * from the build, or from the sources, whose file names say what is in it.
 */
export async function bundle(name: string, from: 'build' | 'sources'): Promise<Bundle> {
  const result = await build({
    absWorkingDir: root,
    entryPoints: [join('checks', 'bundles', name)],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    conditions: from === 'sources' ? ['@genmodels/source'] : [],
    external: ['node:*'], // reached by import() in Node alone
    splitting: true, // as Vite and Rollup do: what is imported on demand is downloaded on demand
    outdir: 'bundle',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  const entry = Object.entries(result.metafile.outputs).find(([, { entryPoint }]) => entryPoint?.endsWith(name));
  const file = result.outputFiles.find(({ path }) => path.endsWith(entry![0].replaceAll('/', sep)));
  const inputs = Object.entries(entry![1].inputs).map(([file, { bytesInOutput }]) => ({ file, bytes: bytesInOutput }));
  return {
    gzipped: gzipSync(file!.contents, { level: 9 }).length,
    inputs: inputs.filter(({ bytes }) => bytes > 0).sort((a, b) => b.bytes - a.bytes),
  };
}
