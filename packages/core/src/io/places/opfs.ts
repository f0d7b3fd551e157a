import { GenmodelsError } from '../../errors.ts';
import { blob } from './blob.ts';
import { browserFailure } from './browser-failure.ts';
import { checkFileName, isFileName } from './file-name.ts';
import { ifThere, replaceOpfsFile } from './replace-opfs-file.ts';
import type { ByteFolder } from './storage.ts';

/**
 * A folder of the origin private file system, in pages on https or localhost and in their workers: its root, or one below by a path such
 * as 'models/faces', which the first write makes. A file is put in place when all of it is there. Tabs that write to one name take turns.
 * The browser may throw the files away when the disk is full, unless `navigator.storage.persist()` was granted.
 */
export function opfs(path = ''): ByteFolder {
  const parts = path.split('/').filter((part) => part !== '');
  for (const part of parts) checkFileName(part);
  const place = `the private folder /${parts.join('/')}`;
  return {
    file(name) {
      checkFileName(name);
      return {
        read: (options = {}) =>
          attempt(place, options.signal, () =>
            takeTurns('shared', [...parts, name], options.signal, async () => {
              const handle = await ifThere(openDirectory(parts).then((directory) => directory.getFileHandle(name)));
              if (handle) return blob(await handle.getFile()).read(options); // it must not be replaced meanwhile
              throw new GenmodelsError('storage', `${place} must hold ${name}, got no such file: write it first`);
            }),
          ),
        write: (bytes, options = {}) =>
          attempt(place, options.signal, () =>
            takeTurns('exclusive', [...parts, name], options.signal, async () => {
              await replaceOpfsFile(await openDirectory(parts, { create: true }), name, bytes, options);
            }),
          ),
      };
    },
    list: () => attempt(place, undefined, async () => namesIn(await ifThere(openDirectory(parts)))),
    async remove(name) {
      checkFileName(name);
      const removal = async () => void (await ifThere(openDirectory(parts).then((directory) => directory.removeEntry(name))));
      await attempt(place, undefined, () => takeTurns('exclusive', [...parts, name], undefined, removal));
    },
  };
}

async function openDirectory(
  parts: readonly string[],
  options?: FileSystemGetDirectoryOptions,
): Promise<FileSystemDirectoryHandle> {
  if (!globalThis.navigator?.storage?.getDirectory) throw new Error('a platform without a private file system');
  let directory = await navigator.storage.getDirectory();
  for (const part of parts) directory = await directory.getDirectoryHandle(part, options);
  return directory;
}

async function namesIn(directory: FileSystemDirectoryHandle | undefined): Promise<string[]> {
  const names: string[] = [];
  for await (const { name, kind } of directory?.values() ?? []) if (kind === 'file' && isFileName(name)) names.push(name);
  return names.sort();
}

/** A writer keeps out every other tab and worker of this origin that wants the same file; a reader keeps out writers. */
async function takeTurns<T>(
  mode: LockMode,
  path: readonly string[],
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
): Promise<T> {
  if (!globalThis.navigator?.locks) throw new Error('a platform without a private file system'); // what has the one has the other
  return navigator.locks.request(`genmodels/opfs/${path.join('/')}`, { mode, ...(signal && { signal }) }, work);
}

async function attempt<T>(place: string, signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
  signal?.throwIfAborted();
  try {
    return await work();
  } catch (cause) {
    signal?.throwIfAborted();
    throw browserFailure(place, cause);
  }
}
