import { fileURLToPath } from 'node:url';
import { type BuildOptions, build } from 'esbuild';

/** The scripts of the pages, by the paths that they are served under. */
export type Scripts = ReadonlyMap<string, string>;

/**
 * Bundles the page and its worker as applications do: as modules, with what is imported on demand in files of its own. And the page once
 * more, as one classic script.
 */
export async function bundlePages(): Promise<Scripts> {
  const modules = await bundle({ entryPoints: [page('main'), page('worker')], format: 'esm', splitting: true });
  const classic = await bundle({ entryPoints: { classic: page('main') }, format: 'iife' });
  return new Map([...modules, ...classic]);
}

function page(name: string): string {
  return fileURLToPath(new URL(`page/${name}.ts`, import.meta.url));
}

async function bundle(options: BuildOptions): Promise<[path: string, text: string][]> {
  const { outputFiles } = await build({
    ...options,
    bundle: true,
    minify: true,
    platform: 'browser',
    target: 'es2022',
    chunkNames: '[name]-[hash]',
    outdir: '/',
    write: false,
    logLevel: 'warning',
  });
  return outputFiles!.map(({ path, text }) => [`/${path.split(/[\\/]/).at(-1)}`, text]);
}
