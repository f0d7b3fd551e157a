import { check, GenmodelsError, show } from '@genmodels/core';
import type { ImageFile } from './image-file.ts';
import { listDisk } from './list-disk.ts';
import { listDropped } from './list-dropped.ts';
import { listFiles, listHandle } from './list-picked.ts';

/**
 * Where pictures are: in Node the path of a folder, or its file: URL. In browsers what a user picked, a folder or files
 * (`input.files`, `showDirectoryPicker()`), or dropped (`event.dataTransfer.items`).
 */
export type ImageSource = string | URL | FileSystemDirectoryHandle | Iterable<File> | DataTransferItemList;

/** All pictures of a source, in the order of their paths by code points: the same on every machine. */
export async function listImages(source: ImageSource, signal?: AbortSignal): Promise<ImageFile[]> {
  const files = await listOrRefuse(source, signal);
  check(files.length > 0, 'invalid-argument', () => `${nameOf(source)} must hold PNG or JPEG pictures, but has none`);
  const named = files.map((file) => ({ ...file, path: file.path.normalize() })); // some file systems take letters and accents apart
  return named.sort((a, b) => compareCodePoints(a.path, b.path));
}

async function listOrRefuse(source: ImageSource, signal: AbortSignal | undefined): Promise<ImageFile[]> {
  try {
    return await list(source, signal);
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof GenmodelsError) throw error;
    throw new GenmodelsError('storage', `${nameOf(source)} must be a folder that can be read, but: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

/** What reports call the pictures. */
export function nameOf(source: ImageSource): string {
  if (typeof source === 'object' && 'name' in source) return source.name;
  const path = source instanceof URL ? decodeURIComponent(source.pathname) : source;
  return typeof path === 'string' ? (path.split(/[\\/]/).filter(Boolean).at(-1) ?? path) : 'images';
}

function list(source: ImageSource, signal: AbortSignal | undefined): ImageFile[] | Promise<ImageFile[]> {
  if (typeof source === 'string' || source instanceof URL) return listDisk(source, signal);
  check(
    typeof source === 'object' && source !== null && (isFolderHandle(source) || Symbol.iterator in source),
    'invalid-argument',
    () => `source must be a path, a folder handle, files or dropped items, got ${show(source)}`,
  );
  if (isFolderHandle(source)) return listHandle(source, signal);
  const all: readonly (File | DataTransferItem)[] = Array.from<File | DataTransferItem>(source);
  const items = all.filter((one) => 'webkitGetAsEntry' in one);
  return items.length > 0 ? listDropped(items, signal) : listFiles(all as readonly File[]);
}

function isFolderHandle(source: object): source is FileSystemDirectoryHandle {
  return 'kind' in source && source.kind === 'directory';
}

/** UTF-16, which strings compare by, has some rare letters before more common ones. */
export function compareCodePoints(a: string, b: string): number {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return (a.codePointAt(i) ?? -1) - (b.codePointAt(i) ?? -1);
}
