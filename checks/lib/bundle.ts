import { join, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { root } from '../../scripts/lib/paths.mjs';

export interface Bundle {
  /** What is downloaded at first, every file of it after minifying and gzip -9, in bytes. */
  readonly gzipped: number;
  /** The files that put something into the bundle, from the root, the largest first. */
  readonly inputs: readonly { readonly file: string; readonly bytes: number }[];
}

/**
 * Bundles a file of checks/bundles for the browser, tfjs-core included and no backend, as an application's bundler would:
 * from the build, or from the sources, whose file names say what is in it.
 */
export function bundle(name: string, from: From): Promise<Bundle> {
  return bundleEntry({ entryPoints: [join('checks', 'bundles', name)] }, name, from);
}

/** The same of an application that has nothing but one public name of a package, from the sources. */
export function bundleExport(name: string, of: string): Promise<Bundle> {
  const contents = `export { ${name} } from '${of}';`;
  return bundleEntry({ stdin: { contents, resolveDir: join(root, 'checks') } }, '<stdin>', 'sources');
}

type From = 'build' | 'sources';

async function bundleEntry(entry: Pick<BuildOptions, 'entryPoints' | 'stdin'>, name: string, from: From): Promise<Bundle> {
  const { metafile, outputFiles } = await build({
    absWorkingDir: root,
    ...entry,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    conditions: from === 'sources' ? ['@genmodels/source'] : [],
    splitting: true, // as Vite and Rollup do: what is imported on demand is downloaded on demand
    outdir: 'bundle',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  const first = downloadedFirst(metafile, name);
  const files = outputFiles.filter(({ path }) => first.some((output) => path.endsWith(output.replaceAll('/', sep))));
  return {
    gzipped: files.reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0),
    inputs: inputsOf(first.map((output) => metafile.outputs[output]!)),
  };
}

/** The entry, what it imports, and what that imports, but for what waits for an `import()`. */
function downloadedFirst({ outputs }: Metafile, name: string): string[] {
  const found = new Set(Object.keys(outputs).filter((output) => outputs[output]!.entryPoint?.endsWith(name)));
  for (const output of found) {
    for (const { kind, path } of outputs[output]!.imports) if (kind === 'import-statement') found.add(path);
  }
  return [...found];
}

function inputsOf(outputs: readonly Metafile['outputs'][string][]): Bundle['inputs'] {
  const parts = outputs.flatMap(({ inputs }) => Object.entries(inputs));
  const files = parts.map(([file, { bytesInOutput }]) => ({ file, bytes: bytesInOutput })); // each is in one output alone
  return files.filter(({ bytes }) => bytes > 0).sort((a, b) => b.bytes - a.bytes);
}
