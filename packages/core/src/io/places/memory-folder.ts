import { GenmodelsError } from '../../errors.ts';
import { checkFileName } from './file-name.ts';
import { memory } from './memory.ts';
import type { ByteFolder, ByteStorage } from './storage.ts';

/** A folder in memory, empty at first. */
export function memoryFolder(): ByteFolder {
  const files = new Map<string, Required<ByteStorage>>();
  return {
    file(name) {
      checkFileName(name);
      return {
        async read(options) {
          const held = files.get(name);
          if (held) return held.read(options);
          throw new GenmodelsError('storage', `this folder must hold ${name}, got no such file: write it first`);
        },
        async write(bytes, options) {
          const written = memory();
          await written.write(bytes, options);
          files.set(name, written);
        },
      };
    },
    list: async () => [...files.keys()].sort(),
    async remove(name) {
      checkFileName(name);
      files.delete(name);
    },
  };
}
