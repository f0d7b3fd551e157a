import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { conv2dTranspose } from '../ops/conv2d-transpose.ts';
import { createRng } from '../rng.ts';
import { registerGradients, unregisterGradients } from './register.ts';
import { valueAndGradients } from './value-and-gradients.ts';

beforeAll(registerGradients);
afterAll(unregisterGradients);

test.each(['simd', 'cpu', 'wasm'])('a convolutional autoencoder and a gradient penalty train on %s', async (backend) => {
  await tf.setBackend(backend);
  const rng = createRng(3);
  const x = rng.uniform<tf.Rank.R4>([4, 6, 6, 1]);
  const filters = [0, 1].map(() => tf.variable<tf.Rank.R4>(tf.tidy(() => tf.mul(rng.normal<tf.Rank.R4>([4, 4, 1, 4]), 0.2))));
  const reconstruct = (image: tf.Tensor4D) =>
    conv2dTranspose(tf.leakyRelu(tf.conv2d(image, filters[0]!, 2, 'same')), filters[1]!, [4, 6, 6, 1], 2, 'same');
  const loss = (): tf.Scalar => {
    const slopes = tf.grad((image: tf.Tensor) => tf.sum(reconstruct(image as tf.Tensor4D)))(x);
    return tf.add(tf.mean(tf.squaredDifference(reconstruct(x), x)), tf.mul(tf.mean(tf.square(tf.sub(tf.norm(slopes), 1))), 0.01));
  };
  const before = tf.memory().numTensors;
  const losses = Array.from({ length: 12 }, () => step(loss, filters));
  expect(losses.at(-1)).toBeLessThan(losses[0]! * 0.7);
  expect(tf.memory().numTensors).toBe(before);
  tf.dispose([x, ...filters]);
});

function step(loss: () => tf.Scalar, variables: tf.Variable[]): number {
  return tf.tidy(() => {
    const { value, gradients } = valueAndGradients(loss, variables);
    variables.forEach((variable, i) => variable.assign(tf.sub(variable, tf.mul(gradients[i]!, 0.5))));
    return value.arraySync();
  });
}

// wasm caches the packed right operand of a product by its data alone, whatever its shape.
test('products of the same data under two shapes have the right gradients on wasm', async () => {
  const rng = createRng(4);
  const shapes: [number, number][] = [
    [2, 3],
    [3, 8],
    [4, 3],
    [3, 4],
  ];
  const inputs = shapes.map((shape) => rng.normal<tf.Rank.R2>(shape));
  const f = (a: tf.Tensor, b: tf.Tensor, c: tf.Tensor, d: tf.Tensor) => {
    const left = tf.reshape(tf.matMul(a, b), [4, 4]);
    return tf.sum(tf.square(tf.add(left, tf.matMul(c, d))));
  };
  const gradients = async (backend: string) => {
    await tf.setBackend(backend);
    return tf.tidy(() =>
      tf
        .grads(f as never)(inputs)
        .map((gradient) => [...gradient.dataSync()]),
    );
  };
  const expected = await gradients('cpu');
  const actual = await gradients('wasm');
  actual.forEach((values, i) => values.forEach((value, j) => expect(value).toBeCloseTo(expected[i]![j]!, 4)));
  tf.dispose(inputs);
});
