import type { TensorInfo, UnpackAttrs } from '@tensorflow/tfjs-core';
import { define } from '../kernel.ts';
import { isMovable } from './element.ts';
import { splitAlong } from './split.ts';

export const unpackKernel = () =>
  define<{ value: TensorInfo }, UnpackAttrs>('Unpack', {
    fits: ({ inputs: { value } }) => isMovable(value),
    run({ inputs: { value }, attrs, backend }) {
      const axis = attrs.axis < 0 ? attrs.axis + value.shape.length : attrs.axis;
      const shape = value.shape.filter((_, other) => other !== axis);
      const shapes = Array.from({ length: value.shape[axis]! }, () => [...shape]);
      return splitAlong(backend, value, shapes, axis);
    },
  });
