import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import { define } from '../kernel.ts';
import { CHEAP } from './chunk.ts';

/** As many addresses as there is room for among the arguments of a kernel, some left over. */
const MOST = 100;

/** tf.addN. */
export const addManyKernel = () =>
  define<TensorInfo[]>('AddN', {
    fits: ({ inputs }) => inputs.length <= MOST && inputs.every(({ dtype }) => dtype === 'float32'),
    run({ inputs, backend }) {
      const { shape } = inputs[0]!;
      const out = backend.empty(shape);
      const size = util.sizeFromShape(shape);
      const addresses = inputs.map((input) => backend.addressOf(input));
      backend.machine.run('addMany', Math.ceil(size / CHEAP), backend.addressOf(out), size, CHEAP, inputs.length, ...addresses);
      return out;
    },
  });
