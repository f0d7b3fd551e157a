import { type FileSystem, withOpen } from './file-system.ts';

/** Makes the names in a folder last. Some platforms cannot open or sync a folder, and need not: there the refusal is no fault. */
export async function syncFolder(fs: Pick<FileSystem, 'open'>, folder: string): Promise<void> {
  try {
    await withOpen(fs, folder, 'r', (handle) => handle.sync());
  } catch (cause) {
    const refusals = ['EACCES', 'EINVAL', 'EISDIR', 'ENOTSUP', 'EPERM'];
    if (!(cause instanceof Error && 'code' in cause && refusals.includes(String(cause.code)))) throw cause;
  }
}
