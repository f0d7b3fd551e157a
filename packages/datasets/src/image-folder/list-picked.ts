import { addFile } from './browser-file.ts';
import type { ImageFile } from './image-file.ts';

/** The pictures among files that were picked: <input type="file" multiple>, or with webkitdirectory, whose paths begin with the folder. */
export function listFiles(files: Iterable<File>): ImageFile[] {
  const found: ImageFile[] = [];
  for (const file of files) addFile(found, file.webkitRelativePath.split('/').slice(1).join('/') || file.name, () => file);
  return found;
}

/** The pictures of a folder that was picked with showDirectoryPicker(), or of one in the origin's private file system. */
export async function listHandle(folder: FileSystemDirectoryHandle, signal?: AbortSignal): Promise<ImageFile[]> {
  const found: ImageFile[] = [];
  await walk(folder, '', found, signal);
  return found;
}

async function walk(folder: FileSystemDirectoryHandle, prefix: string, found: ImageFile[], signal?: AbortSignal): Promise<void> {
  for await (const entry of folder.values()) {
    signal?.throwIfAborted();
    const path = prefix + entry.name;
    if (entry.kind === 'directory') await walk(entry, `${path}/`, found, signal);
    else addFile(found, path, () => entry.getFile());
  }
}
