import { GenmodelsError } from '@genmodels/core';
import { checkSize } from './check-size.ts';
import { type ImageFile, isHidden, isImageName } from './image-file.ts';

/** Adds a browser's file to the pictures that were found, if it is one. It is opened when it is read. */
export function addFile(found: ImageFile[], path: string, open: () => File | Promise<File>): void {
  const names = path.split('/');
  if (names.some(isHidden) || !isImageName(names.at(-1)!)) return;
  found.push({ path, read: (limit) => readWithin(path, open, limit) });
}

async function readWithin(path: string, open: () => File | Promise<File>, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const file = await open();
    checkSize(path, file.size, limit);
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    if (error instanceof GenmodelsError) throw error;
    throw new GenmodelsError('storage', `${path} cannot be read: ${(error as Error).message}`, { cause: error });
  }
}
