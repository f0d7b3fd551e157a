import type { FuzzFormat } from '../../../core/soak/fuzz/format.ts';
import { toWords } from '../../../core/soak/fuzz/to-words.ts';
import { cutPng, joinPng } from './parts/png-chunks.ts';
import { pngSamples } from './parts/png-samples.ts';
import { readPicture } from './parts/read-picture.ts';

/** Pictures without loss. */
export const format: FuzzFormat = {
  words: [
    ...toWords('IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'eXIf', 'ABCD', 'abcd', 'tRNS\0\x01\0\x02\0\x03'),
    ...toWords('\0\0\x10\0', '\0\0\x10\x01'), // the largest side, and one more
    ...[0, 2, 3, 4, 6].map((color) => Uint8Array.of(16, color, 0, 0, 1)),
  ],
  cut: cutPng,
  join: joinPng,
  samples: async () => pngSamples(),
  read: readPicture,
};
