import type { TransferOptions } from './storage.ts';

const chunk = 2 ** 22; // bytes between two looks at the signal

/** What all browsers can do with a file of theirs, and the specification is slow to say. */
interface Movable {
  move(name: string): Promise<void>;
}

/**
 * The browser writes to a swap file and puts it in place of the old one as it is closed. Where there is no old one, asking for a new one
 * would make an empty file at once, so it gets its name last. Whoever calls this must be alone with the name.
 */
export async function replaceOpfsFile(
  directory: FileSystemDirectoryHandle,
  name: string,
  bytes: Uint8Array,
  options: TransferOptions,
): Promise<void> {
  await removeLeftovers(directory, name);
  const old = await ifThere(directory.getFileHandle(name));
  const handle = old ?? (await directory.getFileHandle(`${name}.tmp`, { create: true }));
  await overwrite(handle, bytes, options);
  const { size } = await handle.getFile();
  if (size !== bytes.length) throw new Error(`${name} has ${size} bytes after ${bytes.length} were written`);
  if (!old) await (handle as unknown as Movable).move(name);
}

/** What is to be had, or nothing where it is not there. */
export async function ifThere<T>(sought: Promise<T>): Promise<T | undefined> {
  return sought.catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'NotFoundError') return undefined;
    throw error;
  });
}

async function overwrite(
  handle: FileSystemFileHandle,
  bytes: Uint8Array,
  { signal, onProgress }: TransferOptions,
): Promise<void> {
  if (!handle.createWritable)
    throw new Error('a browser that cannot write to it safely, such as Safari before 26: use indexedDb(name)');
  const writable = await handle.createWritable();
  try {
    for (let start = 0; start < bytes.length; start += chunk) {
      await writable.write(new Uint8Array(bytes.subarray(start, start + chunk))); // of its own: shared memory is refused
      signal?.throwIfAborted();
      onProgress?.(Math.min(start + chunk, bytes.length), bytes.length);
    }
    await writable.close();
  } catch (error) {
    await writable.abort().catch(() => undefined); // the first fault says more
    throw error;
  }
}

/** Tabs that were killed while they wrote leave such files: Chromium calls them 'a.crswap', 'a.1.crswap', and keeps them for ever. */
async function removeLeftovers(directory: FileSystemDirectoryHandle, name: string): Promise<void> {
  for await (const found of directory.keys()) {
    const isLeft = found.startsWith(`${name}.`) && /^(\.tmp)?(\.\d+)?\.(tmp|crswap)$/.test(found.slice(name.length));
    if (isLeft) await directory.removeEntry(found).catch(() => undefined); // somebody of another make has it open
  }
}
