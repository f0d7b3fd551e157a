import { define } from '../kernel.ts';
import { chunksOf, sizeOf } from './chunks.ts';

/** Where in a stream of core's `Rng` the numbers stand, and in which shape they are wanted. */
interface Attributes {
  readonly shape: number[];
  readonly key0: number;
  readonly key1: number;
  /** The number of the first block, of two words each. */
  readonly block: number;
}

/** N(0, 1), the same to the bit as `Rng.fillNormal`. */
export const normalsKernel = () => draw('genmodels:Normals', 'normals');

/** U(0, 1), the same to the bit as `Rng.fillUniform`. */
export const uniformsKernel = () => draw('genmodels:Uniforms', 'uniforms');

function draw(kernelName: string, kernel: 'normals' | 'uniforms') {
  return define<object, Attributes>(kernelName, {
    run({ attrs: { shape, key0, key1, block }, backend }) {
      const out = backend.empty(shape);
      const size = sizeOf(out);
      const high = Math.floor(block / 2 ** 32);
      backend.machine.run(kernel, chunksOf(size), backend.addressOf(out), size, key0, key1, block % 2 ** 32, high);
      return out;
    },
  });
}
