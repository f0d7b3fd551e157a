import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { afterAll, expect, test } from 'vitest';
import { readTensors } from './read-tensors.ts';

afterAll(async () => void (await tf.setBackend('simd')));

test.each(['simd', 'cpu'])('on %s values have the type that their tensor says, after a cast too', async (backend) => {
  await tf.setBackend(backend);
  const numbers = tf.tensor1d([1, -2, 3], 'int32');
  const truths = tf.tensor1d([true, false], 'bool');
  const [floats, integers] = [tf.cast(numbers, 'float32'), tf.cast(truths, 'int32')];
  const read = await readTensors(new Map<string, tf.Tensor>(Object.entries({ numbers, floats, integers })));
  expect([...read.values()].map(({ values }) => values)).toEqual([Int32Array.of(1, -2, 3), Float32Array.of(1, -2, 3), Int32Array.of(1, 0)]);
  tf.dispose([numbers, truths, floats, integers]);
});

test('other types and disposed tensors are refused by name', async () => {
  const truth = tf.scalar(true);
  await expect(readTensors(new Map([['truth', truth]]))).rejects.toThrow('"truth" must be float32 or int32, got bool');
  truth.dispose();
  await expect(readTensors(new Map([['truth', truth]]))).rejects.toThrow('[genmodels/disposed] "truth" must be alive');
});
