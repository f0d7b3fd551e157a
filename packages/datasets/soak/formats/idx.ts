import { concat } from '../../../core/soak/fuzz/concat.ts';
import type { FuzzFormat } from '../../../core/soak/fuzz/format.ts';
import { parseIdx } from '../../src/real/idx.ts';
import { holds } from './parts/holds.ts';

/** Pictures and labels as MNIST has them. */
export const format: FuzzFormat = {
  words: [Uint8Array.of(0, 0, 8, 1), Uint8Array.of(0, 0, 8, 255), Uint8Array.of(0, 0, 0x0d, 3), Uint8Array.of(0, 0, 0, 28)],
  cut: (file) => [
    file.subarray(0, 4),
    ...Array.from({ length: file[3]! }, (_, i) => file.subarray(4 + 4 * i, 8 + 4 * i)),
    file.subarray(4 + 4 * file[3]!),
  ],
  join: fillIn,
  samples: async () => [idx(3, 28, 28), idx(7), idx(0, 28, 28), idx(1, 1, 1, 2, 3), idx(70, 28, 28)],
  async read(file) {
    const { shape, data } = parseIdx(file);
    holds(data.length === shape.reduce((product, size) => product * size, 1), 'its shape counts its bytes');
  },
};

function idx(...shape: number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 + 4 * shape.length));
  view.setUint32(0, 0x800 + shape.length);
  shape.forEach((size, i) => view.setUint32(4 + 4 * i, size));
  const values = Uint8Array.from({ length: shape.reduce((product, size) => product * size, 1) }, (_, i) => i * 89);
  return concat(new Uint8Array(view.buffer), values);
}

/** With as many dimensions as it says, where it may: the part between the first and the last is the shape. */
function fillIn(parts: readonly Uint8Array[]): Uint8Array {
  const file = concat(...parts);
  if (file.length > 3) file[3] = Math.max(0, parts.length - 2);
  return file;
}
