import { GenmodelsError } from '../errors.ts';
import { nodeModule } from './node-module.ts';

/** What replacing a file needs of `node:fs/promises`. A test passes one that fails. */
export interface FileSystem {
  open(path: string, flags: string): Promise<FileHandle>;
  rename(from: string, to: string): Promise<void>;
  rm(path: string, options: { force: boolean }): Promise<void>;
}

interface FileHandle {
  writeFile(bytes: Uint8Array): Promise<void>;
  stat(): Promise<{ readonly size: number }>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Writes beside the old file, then renames over it: a reader finds the old bytes or the new ones, whenever the machine stops.
 * Each step is on the disk before the next begins, and all of them before this resolves.
 */
export async function replaceFile(fs: FileSystem, path: string, bytes: Uint8Array, signal?: AbortSignal): Promise<void> {
  const temporary = `${path}.${crypto.randomUUID()}.tmp`;
  try {
    await writeThrough(fs, temporary, bytes);
    signal?.throwIfAborted();
    await fs.rename(temporary, path);
    await syncFolder(fs, nodeModule('node:path').dirname(path));
  } catch (cause) {
    await fs.rm(temporary, { force: true }).catch(() => undefined); // the first fault says more
    signal?.throwIfAborted();
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new GenmodelsError(
      'storage',
      `the file must be writable, got ${reason}. Check its folder, permissions and free space`,
      { cause },
    );
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

/** Makes the rename last. Some platforms cannot open or sync a folder, and need not: there the refusal is no fault. */
async function syncFolder(fs: FileSystem, folder: string): Promise<void> {
  try {
    await withOpen(fs, folder, 'r', (handle) => handle.sync());
  } catch (cause) {
    const refusals = ['EACCES', 'EINVAL', 'EISDIR', 'ENOTSUP', 'EPERM'];
    if (!(cause instanceof Error && 'code' in cause && refusals.includes(String(cause.code)))) throw cause;
  }
}

async function withOpen(fs: FileSystem, path: string, flags: string, use: (handle: FileHandle) => Promise<void>): Promise<void> {
  const handle = await fs.open(path, flags);
  try {
    await use(handle);
  } finally {
    await handle.close();
  }
}
