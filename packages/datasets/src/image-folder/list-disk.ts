import { GenmodelsError } from '@genmodels/core';
import { checkSize } from './check-size.ts';
import { type ImageFile, isHidden, isImageName } from './image-file.ts';

type Files = typeof import('node:fs/promises');

/** The pictures of a folder on disk and of the folders in it, in Node. Links are followed, but not in circles. */
export async function listDisk(folder: string | URL, signal?: AbortSignal): Promise<ImageFile[]> {
  const root = folder instanceof URL ? nodeModule('node:url').fileURLToPath(folder) : folder;
  const files = nodeModule('node:fs/promises');
  const found: ImageFile[] = [];
  await walk(files, root, '', [], found, signal);
  return found;
}

/** `above` are the real paths of the folders on the way: a link to one of them would lead round in a circle. */
async function walk(
  files: Files,
  folder: string,
  prefix: string,
  above: readonly string[],
  found: ImageFile[],
  signal?: AbortSignal,
) {
  signal?.throwIfAborted();
  const real = await files.realpath(folder);
  if (above.includes(real)) return;
  for (const entry of await files.readdir(folder, { withFileTypes: true })) {
    if (isHidden(entry.name)) continue;
    const place = `${folder}/${entry.name}`;
    const path = prefix + entry.name;
    const kind = entry.isSymbolicLink() ? await files.stat(place).catch(() => undefined) : entry; // undefined: it leads nowhere
    if (kind?.isDirectory()) await walk(files, place, `${path}/`, [...above, real], found, signal);
    else if (kind?.isFile() && isImageName(entry.name)) found.push({ path, read: (limit) => readWithin(files, place, limit) });
  }
}

async function readWithin(files: Files, place: string, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  try {
    checkSize(place, (await files.stat(place)).size, limit);
    return new Uint8Array(await files.readFile(place));
  } catch (error) {
    if (error instanceof GenmodelsError) throw error;
    throw new GenmodelsError('storage', `${place} cannot be read: ${(error as Error).message}`, { cause: error });
  }
}

/** Asked for at run time, not imported, so that bundles for browsers do not look for it. */
function nodeModule<Id extends 'node:fs/promises' | 'node:url'>(id: Id): ReturnType<typeof process.getBuiltinModule<Id>> {
  const module = globalThis.process?.getBuiltinModule?.(id);
  if (module !== undefined) return module;
  throw new GenmodelsError(
    'storage',
    'a path needs Node 20.16 or newer; in a browser pass the files or the folder that the user picked or dropped',
  );
}
