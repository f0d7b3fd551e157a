import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { bitsPerDimension } from './bits-per-dimension.ts';
import { negativeLogLikelihood } from './negative-log-likelihood.ts';

const said = { likelihood: 'mass of 8-bit values', estimator: 'exact', data: 'MNIST', split: 'test' } as const;

test('a uniform model of 8-bit values takes 8 bits for each', async () => {
  const nats = Array(5).fill(12 * Math.log(256));
  expect((await bitsPerDimension({ ...said, nats, dimensions: 12 })).value).toBeCloseTo(8, 12);
  expect((await bitsPerDimension({ ...said, nats, shape: [2, 2, 3] })).value).toBeCloseTo(8, 12);
});

test('the interval is that of a mean: 1.96 standard errors', async () => {
  const nats = [1, 2, 3, 4]; // mean 2.5, variance 5/3
  const reach = 1.959963984540054 * Math.sqrt(5 / 3 / 4);
  const { value, interval } = await negativeLogLikelihood({ ...said, nats });
  expect([value, interval!.low, interval!.high]).toEqual([2.5, expect.closeTo(2.5 - reach, 12), expect.closeTo(2.5 + reach, 12)]);
  const bits = await bitsPerDimension({ ...said, nats, dimensions: 10 });
  expect(bits.interval!.high).toBeCloseTo((2.5 + reach) / (10 * Math.LN2), 12);
  expect((await negativeLogLikelihood({ ...said, nats: [1] })).interval).toBeUndefined();
});

test('arrays, typed arrays and tensors alike; a tensor stays its owner\'s', async () => {
  const tensor = tf.tensor1d([1.5, 2.5]);
  const before = tf.memory().numTensors;
  for (const nats of [[1.5, 2.5], Float32Array.of(1.5, 2.5), tensor]) expect((await negativeLogLikelihood({ ...said, nats })).value).toBe(2);
  expect(tf.memory().numTensors).toBe(before);
  tensor.dispose();
});

test('they say all that they depend on', async () => {
  const nats = [100, 102];
  expect(String(await negativeLogLikelihood({ ...said, nats, preprocessing: 'binarized at 0.5' }))).toBe(
    'negative log-likelihood 101 nats [99.04, 103] (95 %, normal, over examples), exact: reference 2 of MNIST test; preprocessing binarized at 0.5; ' +
      'likelihood mass of 8-bit values; lower is better',
  );
  expect(await bitsPerDimension({ ...said, nats, shape: [28, 28, 1] })).toMatchObject({ unit: 'bits/dim', settings: { likelihood: 'mass of 8-bit values', dimensions: 784 } });
});

test.each([
  ['a bound and a value', { estimator: 'ELBO' }, 'the estimator differs: exact and ELBO'],
  ['masses of different values', { likelihood: 'mass of binary values' }, 'the setting likelihood differs: "mass of 8-bit values" and "mass of binary values"'],
  ['a mass and a density', { likelihood: 'density' }, 'the setting likelihood differs'],
  ['different data', { data: 'CIFAR-10' }, 'the reference set differs: 2 of MNIST test and 2 of CIFAR-10 test'],
  ['different splits', { split: 'train' }, 'the reference set differs'],
  ['different preprocessing', { preprocessing: 'binarized at 0.5' }, 'the preprocessing differs'],
] as const)('%s do not compare', async (_, other, reason) => {
  const [one, two] = [await negativeLogLikelihood({ ...said, nats: [1, 2] }), await negativeLogLikelihood({ ...said, ...other, nats: [1, 2] })];
  expect(one.compare(one)).toBe(0);
  expect(() => one.compare(two)).toThrow(reason);
});

test('the sign is checked where it can be', async () => {
  await expect(negativeLogLikelihood({ ...said, nats: [-80, -90] })).rejects.toThrow('-log of a mass cannot be negative in the mean, got -85');
  expect((await negativeLogLikelihood({ ...said, likelihood: 'density', nats: [-80, -90] })).value).toBe(-85);
});

test('refusals say what came', async () => {
  const of = (options: object) => bitsPerDimension({ ...said, nats: [1, 2], dimensions: 4, ...options });
  await expect(of({ nats: [] })).rejects.toThrow('nats must be one number an example, got []');
  await expect(of({ nats: tf.zeros([2, 2]) })).rejects.toThrow('got a tensor of shape [2, 2]');
  await expect(of({ nats: [1, Number.NaN] })).rejects.toThrow('nats must be finite, got NaN for example 1');
  await expect(of({ nats: [Number.POSITIVE_INFINITY] })).rejects.toThrow('got Infinity for example 0');
  await expect(of({ dimensions: 0 })).rejects.toThrow('dimensions must be an integer of at least 1, got 0');
  await expect(of({ dimensions: undefined })).rejects.toThrow('dimensions must be an integer of at least 1, got undefined');
  await expect(of({ shape: [0, 3] })).rejects.toThrow('dimensions must be an integer of at least 1, got 0');
  await expect(of({ likelihood: '8-bit' })).rejects.toThrow('likelihood must be \'density\' or, for discrete values, \'mass of 8-bit values\' or the like, got "8-bit"');
  await expect(of({ estimator: undefined })).rejects.toThrow('estimator must say how log p(x) was found');
  await expect(of({ confidence: 0 })).rejects.toThrow('confidence must be between 0 and 1, got 0');
});
