import { attempt } from '../attempt.ts';
import { type FileSystem, withOpen } from './file-system.ts';
import { nodeModule } from './node-module.ts';
import { syncFolder } from './sync-folder.ts';
import { removeLeftovers, temporaryBeside } from './temporary-file.ts';

/**
 * Writes beside the old file, then renames over it: a reader finds the old bytes or the new ones, whenever the machine stops, and of
 * several writers the last one's whole. Each step is on the disk before the next begins, and all of them before this resolves.
 */
export async function replaceFile(fs: FileSystem, path: string, bytes: Uint8Array, signal?: AbortSignal): Promise<void> {
  const folder = nodeModule('node:path').dirname(path);
  const temporary = temporaryBeside(path);
  try {
    await attempt('the file must be writable', 'Check its folder, permissions and free space', signal, async () => {
      await removeLeftovers(fs, folder);
      await writeThrough(fs, temporary, bytes);
      signal?.throwIfAborted();
      await renameOver(fs, temporary, path);
      await syncFolder(fs, folder);
    });
  } catch (error) {
    await fs.rm(temporary, { force: true }).catch(() => undefined); // the first fault says more
    throw error;
  }
}

async function writeThrough(fs: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  await withOpen(fs, path, 'wx', async (handle) => {
    await handle.writeFile(bytes);
    const { size } = await handle.stat();
    if (size !== bytes.length) throw new Error(`${path} has ${size} bytes after ${bytes.length} were written`);
    await handle.sync();
  });
}

/** Windows refuses for as long as somebody else renames over the same file or a virus scanner reads it: milliseconds. */
async function renameOver(fs: FileSystem, from: string, to: string): Promise<void> {
  for (let wait = 1; ; wait *= 2) {
    try {
      return await fs.rename(from, to);
    } catch (error) {
      const isBusy = ['EACCES', 'EBUSY', 'EPERM'].includes(String((error as NodeJS.ErrnoException).code));
      if (process.platform !== 'win32' || !isBusy || wait > 256) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}
