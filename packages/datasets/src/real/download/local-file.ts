import { GenmodelsError } from '@genmodels/core';
import { gunzip, isGzip } from '../gunzip.ts';
import { readFirst } from '../read-first.ts';

/** A file on disk and what errors call it. */
export interface LocalFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/**
 * The content of a file of a data set, gzipped or not, of at most `limit` bytes. Rejects with 'storage' where the folder does not have it,
 * and 'corrupt-file' where it does not unpack.
 */
export async function readLocal(directory: string, name: string, limit: number): Promise<LocalFile> {
  const found = await readFirst([`${directory}/${name}.gz`, `${directory}/${name}`]);
  if (found === undefined) throw new GenmodelsError('storage', `${directory} must hold ${name}.gz or ${name}, but has neither`);
  const { path, bytes } = found;
  return { path, content: isGzip(bytes) ? await gunzip(bytes, { limit, name: path }) : bytes };
}
