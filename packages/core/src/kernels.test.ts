import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { afterEach, expect, test, vi } from 'vitest';
import { type AcceleratedKernels, runAccelerated } from './kernels.ts';
import { createRng } from './rng.ts';
import { adamW } from './train/adam.ts';
import { rmsProp } from './train/rms-prop.ts';
import { towards } from './train/towards.ts';

const registered: string[] = [];

/** Gives the cpu backend a kernel that records what it is called with and returns these numbers, all of the first input's shape or of `shape`. */
function offer(kernelName: keyof AcceleratedKernels, ...values: number[]) {
  const kernelFunc = vi.fn(({ inputs, attrs }: { inputs: tf.NamedTensorInfoMap; attrs?: { shape?: number[] } }) => {
    const shape = Object.values(inputs)[0]?.shape ?? attrs?.shape ?? [];
    return values.map((value) => tf.fill([...shape], value));
  });
  tf.registerKernel({ kernelName, backendName: 'cpu', kernelFunc: kernelFunc as unknown as tf.KernelFunc });
  registered.push(kernelName);
  return kernelFunc;
}

afterEach(() => registered.splice(0).forEach((name) => tf.unregisterKernel(name, 'cpu')));

const kernel = () => tf.tensor2d([[1, -1]]);
const gradient = () => tf.tensor2d([[0.5, 2]]);

test('nothing runs where the backend offers nothing', async () => {
  await tf.setBackend('cpu');
  expect(runAccelerated('genmodels:AverageStep', { average: kernel(), value: gradient() }, { share: 0.5 })).toBeUndefined();
});

test('Adam hands its tensors and its numbers to the kernel, and takes what it returns', () => {
  const step = offer('genmodels:AdamStep', 7, 8, 9);
  tf.tidy(() => {
    const slots = { mean: tf.zeros([1, 2]), square: tf.ones([1, 2]) };
    const { value, slots: next } = adamW({ beta1: 0.5, beta2: 0.75, epsilon: 1, weightDecay: 0.5 }).update(kernel(), gradient(), slots, {
      learningRate: 0.1,
      count: 1,
    });
    expect([value, next['mean']!, next['square']!].map((tensor) => tensor.dataSync()[0])).toEqual([7, 8, 9]);
  });
  const { inputs, attrs } = step.mock.calls[0]![0] as unknown as { inputs: object; attrs: object };
  expect(Object.keys(inputs)).toEqual(['parameter', 'gradient', 'mean', 'square']);
  expect(attrs).toEqual({ rate: 0.1, meanShare: 0.5, squareShare: 0.25, epsilon: 0.5, decay: 0.05 });
});

test('so does RMSProp', () => {
  const step = offer('genmodels:RmsPropStep', 7, 8);
  const result = tf.tidy(() => {
    const slots = { square: tf.ones([1, 2]) };
    const next = rmsProp({ decay: 0.75, epsilon: 1e-3 }).update(kernel(), gradient(), slots, { learningRate: 0.1, count: 1 });
    return [next.value, next.slots['square']!].map((tensor) => tensor.dataSync()[0]);
  });
  expect(result).toEqual([7, 8]);
  expect(step.mock.calls[0]![0]).toMatchObject({ attrs: { rate: 0.1, squareShare: 0.25, epsilon: 1e-3 } });
});

test('and an average', () => {
  const step = offer('genmodels:AverageStep', 7);
  expect(towards(kernel(), gradient(), 0.25).dataSync()[0]).toBe(7);
  expect(step.mock.calls[0]![0]).toMatchObject({ attrs: { share: 0.25 } });
});

test('a stream of random numbers goes on behind what the kernel drew', () => {
  const rng = createRng(3);
  const expected = createRng(3);
  const draw = offer('genmodels:Normals', 0);
  rng.normal([3, 1]);
  expected.fillNormal(new Float32Array(3));
  expect(draw.mock.calls[0]![0]).toMatchObject({ attrs: { shape: [3, 1], key: [3, 0], position: 0 } });
  expect(rng.toJSON()).toEqual(expected.toJSON());
  rng.normal([2]);
  expect(draw.mock.calls[1]![0]).toMatchObject({ attrs: { position: 4 } });
});

test('within a block the host goes on', () => {
  const rng = createRng(3);
  const draw = offer('genmodels:Normals', 0);
  const expected = createRng(3);
  rng.next();
  expected.next();
  const rest = rng.normal([2]).dataSync();
  expect(draw).not.toHaveBeenCalled();
  expect(rest).toEqual(expected.fillNormal(new Float32Array(2)));
});
