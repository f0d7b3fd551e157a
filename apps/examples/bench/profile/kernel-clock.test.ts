import { registerGradients, valueAndGradients } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, expect, test } from 'vitest';
import { KernelClock, type KernelRun } from './kernel-clock.ts';
import { bytesOf, inputShapes, operationsOf } from './kernel-work.ts';

afterEach(() => tf.disposeVariables());

function clocked(work: () => void) {
  const clock = new KernelClock();
  clock.start();
  tf.tidy(work);
  return clock.stop();
}

const fastest = (runs: KernelRun[]) => runs.reduce((best, run) => (run.milliseconds < best.milliseconds ? run : best));

test('a run knows its kernel, shapes, bytes and operations', () => {
  const [run] = clocked(() => tf.matMul(tf.ones([2, 3]), tf.ones([3, 5]))).filter(({ kernel }) => kernel === 'BatchMatMul');
  expect(inputShapes(run!)).toBe('[2, 3] [3, 5]');
  expect(bytesOf(run!)).toBe(4 * (6 + 15 + 10));
  expect(operationsOf(run!)).toBe(2 * 2 * 3 * 5);
});

test('the two gradients of a convolution count as many operations as the convolution', () => {
  const attributes = { strides: 1, pad: 'same', dataFormat: 'NHWC', dimRoundingMode: undefined };
  const runs = clocked(() => {
    const [x, filter, dy] = [tf.ones<tf.Rank.R4>([1, 4, 4, 2]), tf.ones<tf.Rank.R4>([3, 3, 2, 5]), tf.ones<tf.Rank.R4>([1, 4, 4, 5])];
    const run = (name: string, inputs: tf.NamedTensorMap, shape: object) => {
      tf.engine().runKernel(name, inputs, { ...attributes, ...shape } as unknown as tf.NamedAttrMap);
    };
    tf.conv2d(x, filter, 1, 'same');
    run('Conv2DBackpropInput', { dy, filter }, { inputShape: x.shape });
    run('Conv2DBackpropFilter', { x, dy }, { filterShape: filter.shape });
  });
  const convolutions = runs.filter(({ kernel }) => kernel.startsWith('Conv2D'));
  expect(convolutions.map(operationsOf)).toEqual([2880, 2880, 2880]); // 2 * 16 pixels * 9 taps * 2 inputs * 5 filters
});

test('forward, backward and what comes after are told apart', () => {
  registerGradients();
  const x = tf.variable(tf.ones([3]));
  const runs = clocked(() => {
    const { gradients } = valueAndGradients(() => tf.sum(tf.exp(x)), [x]);
    tf.neg(gradients[0]!);
  });
  const phaseOf = (name: string) => runs.find(({ kernel }) => kernel === name)!.phase;
  expect([phaseOf('Exp'), phaseOf('Multiply'), phaseOf('Neg')]).toEqual(['forward', 'backward', 'update']);
});

test('a kernel that calls another has only the rest of the time, and no operations', () => {
  const stock = tf.getKernel('Relu', tf.getBackend())!;
  const { kernelFunc } = stock;
  stock.kernelFunc = () => tf.matMul(tf.ones([300, 300]), tf.ones([300, 300]));
  const rounds = Array.from({ length: 5 }, () => clocked(() => tf.relu(tf.ones([3]))));
  stock.kernelFunc = kernelFunc;
  const of = (name: string) => fastest(rounds.flat().filter(({ kernel }) => kernel === name)); // the machine may be busy with others
  expect(of('Relu')).toMatchObject({ delegated: true });
  expect(of('BatchMatMul')).toMatchObject({ delegated: false });
  expect(of('Relu').milliseconds).toBeLessThan(of('BatchMatMul').milliseconds);
});

test('after stop the kernels are the stock ones', () => {
  const stock = tf.getKernel('Add', tf.getBackend())!.kernelFunc;
  clocked(() => tf.add(1, 2));
  expect(tf.getKernel('Add', tf.getBackend())!.kernelFunc).toBe(stock);
});
