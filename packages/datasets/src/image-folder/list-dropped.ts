import { addFile } from './browser-file.ts';
import type { ImageFile } from './image-file.ts';

/**
 * The pictures among what was dropped; of one folder alone, those in it. The items are only there until the event's handler
 * returns, so that they are taken before anything is awaited.
 */
export async function listDropped(items: Iterable<DataTransferItem>, signal?: AbortSignal): Promise<ImageFile[]> {
  const dropped = Array.from(items, (item) => item.webkitGetAsEntry() ?? item.getAsFile()).filter((one) => one !== null);
  const found: ImageFile[] = [];
  for (const one of dropped) {
    if (one instanceof File)
      addFile(found, one.name, () => one); // what has no place on disk, as a picture of a page
    else if (isFolder(one) && dropped.length === 1) await addFolder(found, one, '', signal);
    else await addEntry(found, one, '', signal);
  }
  return found;
}

async function addEntry(found: ImageFile[], entry: FileSystemEntry, prefix: string, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  const path = prefix + entry.name;
  if (isFolder(entry)) await addFolder(found, entry, `${path}/`, signal);
  else addFile(found, path, () => new Promise((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)));
}

/** A reader gives some entries at a time, and none when there are no more. */
async function addFolder(
  found: ImageFile[],
  folder: FileSystemDirectoryEntry,
  prefix: string,
  signal?: AbortSignal,
): Promise<void> {
  const reader = folder.createReader();
  const readSome = () => new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
  for (let some = await readSome(); some.length > 0; some = await readSome()) {
    for (const entry of some) await addEntry(found, entry, prefix, signal);
  }
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
