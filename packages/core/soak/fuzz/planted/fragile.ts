import { check } from '../../../src/errors.ts';
import { concat } from '../concat.ts';
import type { FuzzFormat } from '../format.ts';

const word = new TextEncoder().encode('sound file');

/** A format of one sound file, whose reader refuses all others; where those have a byte too many, it does something wrong. */
export function fragile(doWrong: (file: Uint8Array) => unknown): FuzzFormat {
  return {
    words: [word],
    samples: async () => [word],
    cut: (file) => [file.subarray(0, 5), file.subarray(5)],
    join: (parts) => concat(...parts),
    async read(file) {
      if (file.length > word.length) doWrong(file);
      check(Buffer.compare(file, word) === 0, 'corrupt-file', () => `the file must be ${word}, got ${file}`);
    },
  };
}
