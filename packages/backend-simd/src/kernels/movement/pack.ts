import { type PackAttrs, type TensorInfo, util } from '@tensorflow/tfjs-core';
import { define } from '../kernel.ts';
import { haveOneType, joined } from './concat.ts';

export const packKernel = () =>
  define<TensorInfo[], PackAttrs>('Pack', {
    fits: ({ inputs }) => haveOneType(inputs),
    run({ inputs, attrs: { axis }, backend }) {
      const [first] = inputs;
      for (const { shape } of inputs)
        util.assertShapesMatch(first!.shape, shape, 'All tensors passed to stack must have matching shapes');
      const place = axis < 0 ? axis + first!.shape.length + 1 : axis;
      const shape = [...first!.shape.slice(0, place), inputs.length, ...first!.shape.slice(place)];
      return inputs.length === 1 ? backend.reshaped(first!, shape) : joined(backend, inputs, shape, place);
    },
  });
