import * as tf from '@tensorflow/tfjs-core';
import { type GradientTable, gradient } from './gradient-table.ts';
import { type WindowAttributes, windowGeometry } from './window-geometry.ts';
import { firstMaxima, windows } from './windows.ts';

/** tf.dilation2d: the maximum over a window of x + filter, which passes its gradient to the first pair that attains it. */
export function morphologyGradients(): GradientTable {
  return {
    Dilation2D: gradient(['x', 'filter'], (dy, [x, filter], attributes: WindowAttributes) => {
      const [height, width, channels] = filter.shape as [number, number, number];
      const sizes = [x.shape.slice(1, 3), [height, width], dy.shape.slice(1, 3)] as const;
      const cells = windows(...sizes, windowGeometry(attributes, ...sizes));
      const passed = () => {
        const weights = tf.unstack(tf.reshape(filter, [height * width, channels]));
        const sums = cells.read(x, -Infinity).map((cell, i) => tf.add(cell, weights[i]!));
        const maximum = sums.reduce((most, sum) => tf.maximum(most, sum));
        return firstMaxima(sums, maximum).map((hits) => tf.mul(dy, hits));
      };
      return {
        x: () => cells.write(passed()),
        filter: () => tf.reshape(tf.stack(passed().map((part) => tf.sum(part, [0, 1, 2]))), filter.shape),
      };
    }),
  };
}
