import { filePath } from './file-path.ts';
import { nodeModule } from './node-module.ts';
import { readableFile } from './readable-file.ts';
import { replaceFile } from './replace-file.ts';
import type { ByteStorage } from './storage.ts';

/** A file by its path or file: URL, in Node. A write that fails or is cut off leaves the file that was there before. */
export function file(path: string | URL): Required<ByteStorage> {
  return {
    ...readableFile(path),
    async write(bytes, { signal, onProgress } = {}) {
      const { promises } = nodeModule('node:fs');
      await replaceFile(promises, filePath(path), bytes, signal);
      onProgress?.(bytes.length, bytes.length);
    },
  };
}
