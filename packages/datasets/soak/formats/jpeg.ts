import { concat } from '../../../core/soak/fuzz/concat.ts';
import type { FuzzFormat } from '../../../core/soak/fuzz/format.ts';
import { readSegments } from '../../src/image-folder/decode/jpeg/segments.ts';
import { jpegVectors } from '../../src/image-folder/decode/jpeg-vectors.ts';
import { readPicture } from './parts/read-picture.ts';

/** Pictures with loss, by our own decoder. A part is a marker and what it counts, or entropy-coded bytes. */
export const format: FuzzFormat = {
  words: [
    ...[0xc0, 0xc1, 0xc2, 0xc4, 0xc9, 0xd0, 0xd7, 0xd8, 0xd9, 0xda, 0xdb, 0xdd, 0xee, 0xff, 0].map((code) =>
      Uint8Array.of(0xff, code),
    ),
    Uint8Array.of(8, 0x10, 0, 0x10, 0), // 8 bits, and the largest sides
    Uint8Array.of(0, 63, 0), // all coefficients of a scan
    Uint8Array.of(1, 63, 0x10), // a further bit of all but the first
    Uint8Array.of(0x11, 0x22, 0x41, 0x14), // resolutions
  ],
  cut: (file) => [
    Uint8Array.of(0xff, 0xd8),
    ...readSegments(file).flatMap(({ marker, data, entropy }) => [Uint8Array.of(0xff, marker, 0, 0, ...data), entropy]),
    Uint8Array.of(0xff, 0xd9),
  ],
  join: (parts) => concat(...parts.map(withLength)),
  samples: async () => jpegVectors.map(({ file }) => new Uint8Array(Buffer.from(file, 'base64'))),
  read: readPicture,
};

/** With its length behind its marker, where the part begins with one that has a length. */
function withLength(part: Uint8Array): Uint8Array {
  if (part.length < 4 || part[0] !== 0xff || part[1] === 0 || part[1]! < 0xc0) return part;
  const segment = Buffer.from(part);
  segment.writeUInt16BE(Math.min(part.length - 2, 65_535), 2);
  return segment;
}
