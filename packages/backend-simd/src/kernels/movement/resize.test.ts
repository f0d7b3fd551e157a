import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { forEach, numbered, onBoth } from '../../testing/arbitrary-tensors.ts';
import { difference, runOn, runOnThreads } from '../../testing/compare.ts';
import { startSimd } from '../../testing/start.ts';

beforeAll(() => startSimd());

const kernels = ['ResizeBilinear', 'ResizeNearestNeighbor'];

const size = fc.integer({ min: 1, max: 9 });
const resizes = fc.record({
  shape: fc.tuple(fc.integer({ min: 1, max: 3 }), size, size, fc.integer({ min: 1, max: 21 })),
  size: fc.tuple(size, size),
  mode: fc.constantFrom(
    { alignCorners: false, halfPixelCenters: false },
    { alignCorners: true, halfPixelCenters: false },
    { alignCorners: false, halfPixelCenters: true },
  ),
});

const run = (kernel: string, inputs: tf.NamedTensorMap, attributes: object) =>
  tf.engine().runKernel(kernel, inputs, attributes as never) as tf.Tensor;

/** Numbers without a pattern, of one sign: sums do not cancel. */
const mixed = (shape: number[]) => tf.add(tf.sin(tf.mul(numbered({ shape, dtype: 'float32' }), 12.9)), 2);

test.each(kernels)('%s', (kernel) =>
  forEach(resizes, async ({ shape, size, mode }) => {
    const { simd, cpu } = await onBoth(() => run(kernel, { images: mixed(shape) }, { ...mode, size }));
    expect(difference(simd, cpu)).toBeLessThan(1e-6);
  }),
);

test.each(kernels)('%sGrad is the adjoint: dy times what the forward pass makes of each unit image', (kernel) =>
  forEach(resizes, async ({ shape, size, mode }) => {
    const [batch, height, width, channels] = shape;
    const dyShape = [batch, ...size, channels];
    const simd = await runOn('simd', () => run(`${kernel}Grad`, { images: mixed(shape), dy: mixed(dyShape) }, { ...mode, size }));
    const oracle = await runOn('cpu', () => {
      const units = tf.reshape(tf.eye(height * width), [height * width, height, width, 1]);
      const matrix = tf.reshape(run(kernel, { images: units }, { ...mode, size }), [1, height * width, size[0] * size[1]]);
      return tf.reshape(tf.matMul(tf.tile(matrix, [batch, 1, 1]), tf.reshape(mixed(dyShape), [batch, -1, channels])), shape);
    });
    expect(difference(simd, oracle)).toBeLessThan(1e-6);
  }),
);

test('threads change nothing', async () => {
  const [one, ...more] = await runOnThreads(() => {
    const images = mixed([3, 30, 31, 20]);
    return kernels.flatMap((kernel) => {
      const large = run(kernel, { images }, { size: [40, 41] });
      return [large, run(`${kernel}Grad`, { images, dy: large }, {})];
    });
  });
  for (const other of more) expect(other).toEqual(one);
});
