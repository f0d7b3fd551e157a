import { attempt } from '../attempt.ts';
import { file } from './file.ts';
import { checkFileName, isFileName } from './file-name.ts';
import { filePath } from './file-path.ts';
import { nodeModule } from './node-module.ts';
import type { ByteFolder } from './storage.ts';
import { syncFolder } from './sync-folder.ts';

/**
 * A folder on disk by its path or file: URL, in Node; the first write makes it. Each file is replaced as `file` replaces it, so that
 * several processes may write to one folder.
 */
export function folder(path: string | URL): ByteFolder {
  const within = (name: string) => nodeModule('node:path').join(filePath(path), name);
  return {
    file(name) {
      checkFileName(name);
      return {
        read: (options) => file(within(name)).read(options),
        async write(bytes, options) {
          options?.signal?.throwIfAborted();
          await inFolder(() => makeFolder(filePath(path)));
          await file(within(name)).write(bytes, options);
        },
      };
    },
    list: () => inFolder(() => namesIn(filePath(path))),
    async remove(name) {
      checkFileName(name);
      await inFolder(() => removeFile(within(name)));
    },
  };
}

/** Makes a folder and those above it, and each name of them last. */
async function makeFolder(path: string): Promise<void> {
  const { promises } = nodeModule('node:fs');
  const { dirname, resolve } = nodeModule('node:path');
  const first = await promises.mkdir(path, { recursive: true });
  if (first === undefined) return; // it was there
  for (let made = resolve(path); made.length >= resolve(first).length; made = dirname(made)) {
    await syncFolder(promises, dirname(made));
  }
}

async function namesIn(path: string): Promise<string[]> {
  const entries = await nodeModule('node:fs').promises.readdir(path, { withFileTypes: true }).catch(ifMissing([]));
  const files = entries.filter((entry) => entry.isFile() && isFileName(entry.name));
  return files.map(({ name }) => name).sort();
}

async function removeFile(path: string): Promise<void> {
  const { promises } = nodeModule('node:fs');
  await promises.rm(path, { force: true });
  await syncFolder(promises, nodeModule('node:path').dirname(path)).catch(ifMissing(undefined));
}

function ifMissing<T>(instead: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code === 'ENOENT') return instead;
    throw error;
  };
}

function inFolder<T>(work: () => Promise<T>): Promise<T> {
  return attempt('the folder must be open to this program', 'Check its path and permissions', undefined, work);
}
