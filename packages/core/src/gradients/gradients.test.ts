import { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-wasm';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { gradientErrors } from '../testing/gradient-errors.ts';
import { canRun, type OperationCase, operationInputs } from '../testing/operation-case.ts';
import { operationCases } from '../testing/operation-cases.ts';
import { compareOperations, runOperations } from '../testing/operation-comparison.ts';
import { registerAllGradients, registerGradients, unregisterGradients } from './register.ts';
import { commonGradients, rareGradients } from './tables.ts';

/** float32 against extrapolated differences: the worst case seen is 1e-4. */
const TOLERANCE = 5e-4;

async function errorsOf(each: OperationCase, orders: number): Promise<number[]> {
  const inputs = operationInputs(each);
  try {
    return await gradientErrors(each.run, inputs, { orders });
  } finally {
    tf.dispose(inputs);
  }
}

/** The cpu kernels under another name: what we do on backends whose own backward kernels are fast. */
const NATIVE = 'native';
tf.registerBackend(NATIVE, () => new MathBackendCPU());
tf.copyRegisteredKernels('cpu', NATIVE);
const onNative = /conv|depthwise/i;

describe.each(['cpu', 'wasm', NATIVE])('on %s', (backend) => {
  beforeAll(async () => {
    await tf.setBackend(backend);
    registerAllGradients();
  });

  const cases = operationCases().filter(({ name }) => backend !== NATIVE || onNative.test(name));

  test.for(cases)('$name: first and second derivatives agree with finite differences', async (each, { skip }) => {
    skip(!canRun(each), `${backend} lacks the kernel, or has a wrong one`);
    const before = tf.memory().numTensors;
    const [first, second] = await errorsOf(each, 2);
    expect(first).toBeLessThan(TOLERANCE);
    expect(second).toBeLessThan(TOLERANCE);
    expect(tf.memory().numTensors).toBe(before);
  });

  const third =
    /^(tanh|sigmoid|elu|softmax|mul|div|conv2d|conv2dTranspose|depthwiseConv2d|maxPool|avgPool|matMul|gather|resizeBilinear|fft|cropAndResize bilinear|transform bilinear)\b/;
  test.for(cases.filter(({ name }) => third.test(name)))('$name: so do third ones', async (each, { skip }) => {
    skip(!canRun(each), `${backend} lacks the kernel, or has a wrong one`);
    expect(Math.max(...(await errorsOf(each, 3)))).toBeLessThan(5 * TOLERANCE);
  });
});

test('cpu and wasm agree to float32', async () => {
  await tf.setBackend('cpu');
  const reference = await runOperations(operationCases());
  await tf.setBackend('wasm');
  const differences = compareOperations(reference, await runOperations(operationCases()));
  expect(differences.length).toBeGreaterThan(250);
  expect(differences[0]!.error, differences[0]!.name).toBeLessThan(1e-5);
});

test('every gradient has a case', async () => {
  await tf.setBackend('cpu');
  registerAllGradients();
  const stock = Object.keys({ ...commonGradients(), ...rareGradients() }).filter((kernel) => !kernel.startsWith('genmodels:'));
  const unused = new Set(stock); // kernels of ours alone are for the tests of the backend that has them
  for (const kernel of unused) {
    const config = tf.getGradient(kernel);
    const { gradFunc } = config;
    config.gradFunc = (...args) => {
      unused.delete(kernel);
      return gradFunc(...args);
    };
  }
  for (const each of operationCases()) await errorsOf(each, 2);
  unregisterGradients();
  expect([...unused]).toEqual([]);
});

describe('the common gradients alone', () => {
  afterEach(unregisterGradients);

  test('are made of kernels that they cover, so that second derivatives stay among them', async () => {
    await tf.setBackend('cpu');
    registerGradients();
    const rare = Object.keys(rareGradients());
    let covered = 0;
    for (const each of operationCases()) {
      const missing = await errorsOf(each, 1).then(
        () => '',
        (error: Error) => error.message.replace(/^.*not found for (\w+)\.$/, '$1'),
      );
      if (rare.includes(missing)) continue;
      expect(missing, each.name).toBe('');
      await errorsOf(each, 2);
      covered++;
    }
    expect(covered).toBeGreaterThan(200);
  });
});
