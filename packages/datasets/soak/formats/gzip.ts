import { gunzipSync, gzipSync } from 'node:zlib';
import { concat } from '../../../core/soak/fuzz/concat.ts';
import type { FuzzFormat } from '../../../core/soak/fuzz/format.ts';
import { gunzip } from '../../src/real/gunzip.ts';
import { holds } from './parts/holds.ts';

const limit = 20_000;

/** What gzip packs: text, noise, nothing, and more than is allowed. */
export const format: FuzzFormat = {
  words: [
    Uint8Array.of(0x1f, 0x8b, 8, 0),
    Uint8Array.of(0x1f, 0x8b, 8, 0xff), // all of its optional fields
    Uint8Array.of(0, 0, 0, 0xff, 0xff), // an empty block, stored
    Uint8Array.of(3, 0, 0, 0, 0, 0, 0, 0, 0, 0), // nothing, and its checksum and length
    new Uint8Array(gzipSync(new Uint8Array(1000))),
  ],
  cut: (file) => [file.subarray(0, 10), file.subarray(10, -8), file.subarray(-8)],
  join: (parts) => concat(...parts),
  async samples() {
    const text = new TextEncoder().encode('pictures of cats and dogs, '.repeat(300));
    const noise = Uint8Array.from({ length: 900 }, (_, i) => (i * i * 31 + (i >> 3) * 89) % 251);
    const contents = [text, noise, new Uint8Array(), new Uint8Array(limit)];
    return contents.flatMap((content) => [0, 1, 9].map((level) => new Uint8Array(gzipSync(content, { level }))));
  },
  async read(file) {
    const content = await gunzip(file, { limit, name: 'fuzz.gz' });
    holds(content.length <= limit, 'the limit is kept');
    holds(Buffer.compare(content, gunzipSync(file)) === 0, 'zlib reads the same');
  },
};
