import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { difference, runOn } from '../../testing/compare.ts';
import { numbers } from '../../testing/convolution-example.ts';
import { startSimd } from '../../testing/start.ts';

type Shape = [number, number, number, number];

const activations = ['linear', 'relu', 'relu6', 'elu', 'sigmoid', 'leakyrelu', 'prelu'] as const;
const shapes = { x: [2, 6, 5, 3], dense: [3, 3, 3, 7], column: [3, 3, 3, 1], depthwise: [3, 3, 3, 2] };

function fused(kind: 'dense' | 'column' | 'depthwise', activation: (typeof activations)[number], biasSize: number) {
  const [x, filter] = [shapes.x, shapes[kind]].map((shape) => tf.tensor<tf.Rank.R4>(numbers(shape, 1), shape as Shape));
  const bias = tf.tensor1d(numbers([biasSize], 2));
  const preluActivationWeights = tf.scalar(0.3);
  const options = { x: tf.mul(x!, 5) as tf.Tensor4D, filter: filter!, strides: 1, pad: 'same', bias, activation } as const;
  const both = { ...options, preluActivationWeights, leakyreluAlpha: 0.1 };
  return kind === 'depthwise' ? tf.fused.depthwiseConv2d(both) : tf.fused.conv2d(both);
}

describe('a fused convolution', () => {
  beforeAll(() => startSimd({ threads: 1 }));

  it.each(activations)('adds the bias and applies %s', async (activation) => {
    for (const [kind, biasSize] of [['dense', 7], ['column', 1], ['depthwise', 6], ['dense', 1]] as const) {
      const ops = () => fused(kind, activation, biasSize);
      expect(difference(await runOn('simd', ops), await runOn('cpu', ops)), kind).toBeLessThan(2e-6);
    }
  });

  it('is to the bit what a convolution, an addition and relu are', async () => {
    const ops = (apart: boolean) => () => {
      const [x, filter] = [[2, 7, 7, 90], [3, 3, 90, 9]].map((shape) => tf.tensor<tf.Rank.R4>(numbers(shape, 3), shape as Shape));
      const bias = tf.tensor1d(numbers([9], 4));
      if (apart) return tf.relu(tf.add(tf.conv2d(x!, filter!, 1, 'same'), bias));
      return tf.fused.conv2d({ x: x!, filter: filter!, strides: 1, pad: 'same', bias, activation: 'relu' });
    };
    expect(await runOn('simd', ops(false))).toEqual(await runOn('simd', ops(true)));
  });

  it('keeps NaN through relu', async () => {
    const ops = () => {
      const x = tf.tensor4d([Number.NaN, 1, -1, 2], [1, 1, 4, 1]);
      return tf.fused.conv2d({ x, filter: tf.ones([1, 1, 1, 1]), strides: 1, pad: 'same', activation: 'relu' });
    };
    expect((await runOn('simd', ops)).values[0]).toEqual([Number.NaN, 1, 0, 2]);
  });

  it('disposes what it makes in between', async () => {
    await tf.setBackend('simd');
    const before = tf.memory();
    for (const activation of activations) tf.dispose(tf.tidy(() => fused('dense', activation, 7)));
    expect(tf.memory()).toEqual(before);
  });
});
