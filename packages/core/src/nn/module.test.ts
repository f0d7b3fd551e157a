import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { fit } from '../train/fit.ts';
import { sgd } from '../train/sgd.ts';
import { countParameters, disposeModule, namedVariables, trainableVariables } from './module.ts';

test('variables are named by their fields, in order', () => {
  const [kernel, bias, mean] = [0, 1, 2].map((value) => tf.variable(tf.scalar(value)));
  mean!.trainable = false;
  const module = { layers: [{ kernel }], bias, norm: { mean }, name: 'toy', mask: tf.scalar(1) };
  expect([...namedVariables(module).keys()]).toEqual(['layers.0.kernel', 'bias', 'norm.mean']);
  expect(trainableVariables(module)).toEqual([kernel, bias]);
  const before = tf.memory().numTensors;
  disposeModule(module);
  expect(tf.memory().numTensors).toBe(before - 4);
});

test('a variable in two fields is one variable: counted once, and updated once a step', async () => {
  const shared = tf.variable(tf.scalar(1));
  const tied = { embedding: { kernel: shared }, output: { kernel: shared } };
  expect([...namedVariables(tied).keys()]).toEqual(['embedding.kernel']);
  expect(countParameters(tied)).toBe(1);
  const objectives = () => [{ name: 'toy', variables: trainableVariables(tied), loss: () => ({ loss: tf.mul<tf.Scalar>(shared, 2) }) }];
  const source = { spec: { shape: [1], domain: 'real' }, batch: () => ({ x: tf.zeros([1, 1]) }) } as const;
  const model = { kind: 'tied', config: {}, ...tied, objectives, dispose: () => disposeModule(tied) };
  await fit(model, source, { steps: 1, seed: 0, optimizer: sgd({ learningRate: 0.25 }) });
  expect((await shared.data())[0]).toBe(0.5);
  model.dispose();
});
