import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';

// What stands for the tests of replaced-tests.ts, and the law behind it. UPSTREAM_BACKEND=cpu shows that stock cpu breaks it.
const backend = process.env['UPSTREAM_BACKEND'] ?? 'simd';

beforeAll(async () => {
  if (tf.findBackendFactory(backend)) tf.removeBackend(backend);
  const { register } = await import(`./backends/${backend}.ts`);
  await register({});
  await tf.setBackend(backend);
});

const explicit = [[0, 0], [1, 2], [0, 1], [0, 0]];

test('AvgPoolGrad x=[3,3,1] f=[3,3] s=1 p=explicit', () => {
  // The windows hold 4, 6, 4 and 2 pixels, the right column is padding: 3 of dy is 0.75 a pixel, 6 is 1, 9 is 2.25 and 12 is 6.
  const dy = tf.tensor4d([0, 3, 0, 6, 0, 9, 0, 12], [1, 4, 2, 1]);
  const input = tf.tensor4d([0, 1, 2, 3, 4, 5, 6, 7, 8], [1, 3, 3, 1]);
  const dx = run('AvgPoolGrad', { dy, input }, { filterSize: 3, strides: 1, pad: explicit });
  expect(dx.shape).toEqual([1, 3, 3, 1]);
  expect([...dx.dataSync()]).toEqual([0, 1.75, 1.75, 0, 4, 4, 0, 9.25, 9.25].map((value) => expect.closeTo(value, 5)));
});

test.each([
  ['AvgPool', [2, 5, 6, 3], { filterSize: 2, strides: 2, pad: 'valid' }],
  ['AvgPool', [2, 5, 6, 3], { filterSize: 3, strides: 1, pad: 'same' }],
  ['AvgPool', [2, 5, 6, 3], { filterSize: [2, 3], strides: [1, 2], pad: 'same' }],
  ['AvgPool', [2, 5, 6, 3], { filterSize: 3, strides: 2, pad: 1 }],
  ['AvgPool', [2, 5, 6, 3], { filterSize: 3, strides: 2, pad: explicit }],
  ['AvgPool3D', [2, 4, 3, 5, 2], { filterSize: 2, strides: 2, pad: 'valid' }],
  ['AvgPool3D', [2, 4, 3, 5, 2], { filterSize: [2, 3, 2], strides: 1, pad: 'same' }],
  ['AvgPool3D', [2, 4, 3, 5, 2], { filterSize: 3, strides: 2, pad: 1 }],
])('%s of %j with %j: the gradient is the transpose of the forward pass', (kernel, shape, attributes) => {
  const x = wave(shape);
  const y = run(kernel, { x }, attributes);
  const dy = wave(y.shape);
  const dx = run(`${kernel}Grad`, { dy, input: x }, attributes);
  expect(dx.shape).toEqual(shape);
  expect(dot(x, dx)).toBeCloseTo(dot(y, dy), 4);
});

function run(kernel: string, inputs: tf.NamedTensorMap, attributes: object): tf.Tensor {
  return tf.engine().runKernel(kernel, inputs, { ...attributes });
}

function wave(shape: number[]): tf.Tensor {
  return tf.tensor(Float32Array.from({ length: tf.util.sizeFromShape(shape) }, (_, i) => Math.sin(i ** 2)), shape);
}

function dot(a: tf.Tensor, b: tf.Tensor): number {
  const values = b.dataSync<'float32'>();
  return a.dataSync<'float32'>().reduce((sum, value, i) => sum + value * values[i]!, 0);
}
