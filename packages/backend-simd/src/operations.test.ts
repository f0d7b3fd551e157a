import { registerAllGradients } from '@genmodels/core';
import { canRun, compareOperations, gradientErrors, operationCases, operationInputs, runOperations } from '@genmodels/core/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { startSimd } from './testing/start.ts';

// The cases by which genmodels compares backends: every op that its layers, losses and gradients use.
const cases = operationCases();

beforeAll(async () => {
  await startSimd({ threads: 2 });
  registerAllGradients();
});

test('outputs and gradients agree with the cpu backend to float32', async () => {
  await tf.setBackend('cpu');
  const reference = await runOperations(cases);
  await tf.setBackend('simd');
  const differences = compareOperations(reference, await runOperations(cases));
  expect(differences.length).toBeGreaterThan(250);
  expect(differences[0]!.error, differences[0]!.name).toBeLessThan(1e-5);
});

/** As on the other backends: float32 against extrapolated differences. */
const TOLERANCE = 5e-4;

test.for(cases)('$name: first and second derivatives agree with finite differences', async (each, { skip }) => {
  skip(!canRun(each), 'simd lacks the kernel');
  const before = tf.memory().numTensors;
  const inputs = operationInputs(each);
  const errors = await gradientErrors(each.run, inputs, { orders: 2 });
  tf.dispose(inputs);
  expect(Math.max(...errors)).toBeLessThan(TOLERANCE);
  expect(tf.memory().numTensors).toBe(before);
});
