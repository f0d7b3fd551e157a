import { define } from '../kernel.ts';
import { chunksOf, sizeOf } from './chunks.ts';

/** Where in a stream of core's `Rng` the numbers stand, and in which shape they are wanted. */
interface Attributes {
  readonly shape: number[];
  readonly key: readonly [number, number];
  /** In words, an even number: two make a block. */
  readonly position: number;
}

/** N(0, 1), the same to the bit as `Rng.fillNormal`. */
export const normalsKernel = () =>
  define<object, Attributes>('genmodels:Normals', {
    run({ attrs: { shape, key, position }, backend }) {
      const out = backend.empty(shape);
      const size = sizeOf(out);
      const block = position / 2;
      const high = Math.floor(block / 2 ** 32);
      backend.machine.run('normals', chunksOf(size), backend.addressOf(out), size, ...key, block % 2 ** 32, high);
      return [out];
    },
  });
