import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import { define } from '../kernel.ts';
import { holds } from './reduce.ts';

/** Numbers that a thread turns into powers at a time. */
const CHUNK = 4096;

/** Along the last axis; the cpu kernel says what is the matter with any other. */
export const softmaxKernel = () =>
  define<{ logits: TensorInfo }, { dim: number }>('Softmax', {
    fits: ({ inputs: { logits }, attrs: { dim } }) =>
      holds(logits, 'float32') && (dim === -1 || dim === logits.shape.length - 1) && logits.shape.length > 0,
    run({ inputs: { logits }, backend }) {
      const { shape } = logits;
      const size = shape[shape.length - 1]!;
      const rows = util.sizeFromShape(shape) / size;
      const perChunk = Math.ceil(CHUNK / size);
      const from = backend.addressOf(logits);
      const out = backend.empty(shape);
      backend.machine.run('softmax', Math.ceil(rows / perChunk), from, backend.addressOf(out), rows, size, perChunk);
      return out;
    },
  });
