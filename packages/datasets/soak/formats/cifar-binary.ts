import { concat } from '../../../core/soak/fuzz/concat.ts';
import type { FuzzFormat } from '../../../core/soak/fuzz/format.ts';
import { cifarPictures } from '../../src/real/cifar-pictures.ts';
import { holds } from './parts/holds.ts';

const recordBytes = 3073;

/** Pictures and labels as CIFAR-10 has them, up to the data set. */
export const format: FuzzFormat = {
  words: [Uint8Array.of(9), Uint8Array.of(10), Uint8Array.of(255)],
  cut: (file) =>
    Array.from({ length: file.length / recordBytes }, (_, i) => file.subarray(i * recordBytes, (i + 1) * recordBytes)),
  join: (parts) => concat(...parts),
  samples: async () => [records(0), records(9, 3), records(0, 1, 2, 3, 4, 5, 6, 7, 8, 9)],
  async read(file) {
    const data = cifarPictures('fuzz', [{ path: 'data_batch_1.bin', content: file }]);
    holds(data.length === file.length / recordBytes, 'each record is a picture');
    holds(Math.max(...data.labels!) <= 9, 'labels are from 0 to 9');
  },
};

/** Pictures with these labels. */
export function records(...labels: number[]): Uint8Array {
  return concat(...labels.map((label) => Uint8Array.from({ length: recordBytes }, (_, i) => (i === 0 ? label : i * 31))));
}
