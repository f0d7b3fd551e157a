import { type BuildOptions, build } from 'esbuild';
import { root } from '../../scripts/lib/paths.mjs';

/** Bundles TypeScript as a browser loads it: modules by the paths that they are served under, `/` and the file's path in the repository. */
export async function bundleModules(files: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const options: BuildOptions = { bundle: true, format: 'esm', splitting: true, platform: 'browser', target: 'es2022' };
  const { outputFiles } = await build({
    ...options,
    entryPoints: [...files],
    conditions: ['@genmodels/source'],
    absWorkingDir: root,
    outbase: root,
    outdir: '/',
    write: false,
    logLevel: 'warning',
  });
  return new Map(outputFiles!.map(({ path, text }) => [path.replace(/^[a-z]:/i, '').replaceAll('\\', '/'), text]));
}

/** The path that a bundled file is served under. */
export function servedPath(file: string): string {
  return `/${file.replaceAll('\\', '/').replace(/\.ts$/, '.js')}`;
}
