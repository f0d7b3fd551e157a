import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { afterAll, expect, test } from 'vitest';
import { namedVariables } from '../../nn/module.ts';
import { readFitOptions } from '../fit-options.ts';
import { Meter } from '../meter.ts';
import { SoundWeights } from '../sound-weights.ts';
import { circle, NoisyCopy } from '../toy-trainables.ts';
import { takeCheckpoint } from './take-checkpoint.ts';

afterAll(async () => void (await tf.setBackend('simd')));

test.each(['simd', 'cpu', 'wasm'])('on %s all of it is of the moment of the call, whatever changes before it is read', async (backend) => {
  await tf.setBackend(backend);
  const model = new NoisyCopy();
  const objectives = model.objectives();
  const plan = readFitOptions({ steps: 1, seed: 0 }, objectives, circle);
  const meter = new Meter();
  meter.add({ loss: tf.scalar(1) });
  const progress = { step: 1, players: [], average: undefined, meter, history: [], validation: [], sound: new SoundWeights(model) };
  const before = await Promise.all([...namedVariables(model).values()].map((variable) => variable.data()));
  const wanted = before.map((values) => [...values]);

  const taking = takeCheckpoint({ model, source: circle, objectives, plan }, progress);
  progress.step = 2;
  for (const variable of namedVariables(model).values()) variable.assign(tf.tidy(() => tf.add(variable, tf.scalar(1, variable.dtype))));
  meter.add({ loss: tf.scalar(5) });

  const { model: stored, state, tensors } = await taking;
  expect([...stored.tensors.values()].map(({ values }) => [...values])).toEqual(wanted);
  expect([state.step, state.pending, [...tensors.get('pending/loss')!.values]]).toEqual([1, { loss: 1 }, [1]]);
  meter.dispose();
  model.dispose();
});
