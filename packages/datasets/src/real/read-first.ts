import { GenmodelsError } from '@genmodels/core';

/** A file's bytes and its path. */
export interface FoundFile {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Reads the first of the paths that exists; undefined where none does. Node only. Its module is asked for at run time, not
 * imported, so that bundles for browsers do not look for it. Rejects with 'storage' where a file exists but cannot be read.
 */
export async function readFirst(paths: readonly string[]): Promise<FoundFile | undefined> {
  const files = nodeFiles();
  for (const path of paths) {
    try {
      return { path, bytes: new Uint8Array(await files.readFile(path)) };
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') continue;
      throw new GenmodelsError('storage', `${path} cannot be read: ${String(error)}`, { cause: error });
    }
  }
  return undefined;
}

/** The files of this machine. Throws 'storage' where there is no Node. */
export function nodeFiles(): Pick<typeof import('node:fs/promises'), 'readFile' | 'stat'> {
  const files = globalThis.process?.getBuiltinModule?.('node:fs/promises');
  if (files !== undefined) return files;
  throw new GenmodelsError(
    'storage',
    'data sets on disk need Node 20.16 or newer; in a browser fetch the files yourself, read them with parseIdx(), and pass them to Dataset.from()',
  );
}
