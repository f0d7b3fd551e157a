import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { registerGradients } from '../gradients/register.ts';
import { type Activation, activation, activationNames, concatElu, gated } from '../nn/activations.ts';
import { BatchNorm } from '../nn/batch-norm.ts';
import { Conv2d } from '../nn/conv2d.ts';
import { Conv2dTranspose } from '../nn/conv2d-transpose.ts';
import { Dense } from '../nn/dense.ts';
import { GroupNorm } from '../nn/group-norm.ts';
import { InstanceNorm } from '../nn/instance-norm.ts';
import { LayerNorm } from '../nn/layer-norm.ts';
import { type Module, trainableVariables } from '../nn/module.ts';
import { pixelShuffle } from '../nn/pixel-shuffle.ts';
import { upsample } from '../nn/upsample.ts';
import { WeightNorm } from '../nn/weight-norm.ts';
import { createRng } from '../rng.ts';
import { type Critic, gradientPenalty, r1Penalty } from './gradient-penalty.ts';

beforeAll(registerGradients);

const rng = createRng(11);
const real = rng.normal<tf.Rank.R4>([2, 4, 4, 2]);
const fake = rng.normal<tf.Rank.R4>([2, 4, 4, 2]);
const penalty = (critic: Critic<tf.Tensor4D>): tf.Scalar => tf.mean(gradientPenalty(critic, real, fake, createRng(3)));

/**
 * Holds the slope of the penalty along a random direction in the weights against a difference quotient. The difference is that
 * of a float32 penalty, so its step is wide and its error falls with the square of the step: two steps extrapolate it away.
 */
function expectSlope(module: Module, critic: Critic<tf.Tensor4D>): void {
  const variables = trainableVariables(module);
  const start = variables.map((variable) => tf.clone(variable));
  const directions = variables.map((variable, i) => createRng(5).fork(i).normal(variable.shape as [number]));
  const { grads } = tf.variableGrads(() => penalty(critic), variables);
  const slopes = variables.map((variable, i) => tf.sum(tf.mul(grads[variable.name]!, directions[i]!)).dataSync()[0]!);
  const slope = slopes.reduce((sum, each) => sum + each);
  const at = (step: number): number => {
    variables.forEach((variable, i) => variable.assign(tf.add(start[i]!, tf.mul(directions[i]!, step))));
    return penalty(critic).dataSync()[0]!;
  };
  const quotient = (step: number): number => (at(step) - at(-step)) / (2 * step);
  const expected = (4 * quotient(5e-3) - quotient(1e-2)) / 3;
  expect(Math.abs(expected), 'the penalty must depend on the weights').toBeGreaterThan(1e-2);
  expect(Math.abs(slope - expected) / Math.abs(expected), `${slope} is not ${expected}`).toBeLessThan(1e-2);
}

test.each<[string, Activation | typeof concatElu]>([
  ...activationNames.map((name): [string, Activation] => [name, activation(name)]),
  ['concatElu', concatElu],
  ['gated', gated],
])('%s: the slope of the penalty is that of its difference quotient', (name, act) => {
  const width = name === 'concatElu' ? 12 : name === 'gated' ? 3 : 6;
  const net = {
    first: new Conv2d({ inputs: 2, filters: 6, kernelSize: 3, strides: 2 }, createRng(1).fork(0)),
    second: new Dense({ inputs: 4 * width, units: 1, bias: false }, createRng(1).fork(1)),
  };
  // Keeps all units off the kinks of relu and elu, on either side: across a kink no difference quotient is a slope.
  net.first.kernel.assign(tf.mul(net.first.kernel, 0.3));
  net.first.bias!.assign(tf.tensor1d([1.5, -1.5, 1.5, -1.5, 1.5, -1.5]));
  expectSlope(net, (x) => net.second.apply(tf.reshape(act(net.first.apply(x)), [x.shape[0], -1])));
});

const batchNorm = new BatchNorm({ channels: 4 });
const inTraining = { batchNorm, apply: (x: tf.Tensor4D): tf.Tensor4D => batchNorm.apply(x, 'train') };

test.each<[string, { apply(x: tf.Tensor4D): tf.Tensor } & Module]>([
  ['BatchNorm', inTraining],
  ['LayerNorm', new LayerNorm({ channels: 4 })],
  ['GroupNorm', new GroupNorm({ channels: 4, groups: 2 })],
  ['InstanceNorm', new InstanceNorm({ channels: 4 })],
  ['WeightNorm', new WeightNorm(new Conv2d({ inputs: 4, filters: 4, kernelSize: 3 }, rng.fork('weight norm')))],
  ['Conv2dTranspose', new Conv2dTranspose({ inputs: 4, filters: 4, kernelSize: 4, strides: 2 }, rng.fork('transpose'))],
  ['a causal Conv2d', new Conv2d({ inputs: 4, filters: 4, kernelSize: 3, dilation: 2, padding: 'causal' }, rng.fork('causal'))],
  ['upsample', { apply: (x: tf.Tensor4D) => upsample(x) }],
  ['pixelShuffle', { apply: (x: tf.Tensor4D) => pixelShuffle(x, 2) }],
])('through %s too', (_, layer) => {
  const net = { first: new Conv2d({ inputs: 2, filters: 4, kernelSize: 3 }, createRng(1).fork(0)), layer };
  expectSlope(net, (x) => tf.sum(tf.softplus(layer.apply(net.first.apply(x))), [1, 2, 3]));
});

test('of a linear critic it is (|w| - 1)^2 for each example, and R1 is |w|^2', () => {
  const weights = tf.tensor2d([[3], [4]]);
  const critic = (x: tf.Tensor2D): tf.Tensor => tf.matMul(x, weights);
  const points = tf.tensor2d([[1, 2], [3, 4], [5, 6]]);
  gradientPenalty(critic, points, tf.neg(points), createRng(0)).dataSync().forEach((value) => expect(value).toBeCloseTo(16, 4));
  expect([...r1Penalty(critic, points).dataSync()]).toEqual([25, 25, 25]);
});

test('looks between real and fake, at a share of its own for each example', () => {
  const ends = [tf.zeros([200, 2]), tf.ones([200, 2])] as [tf.Tensor2D, tf.Tensor2D];
  const seen: number[][] = [];
  const critic = (x: tf.Tensor2D): tf.Tensor => {
    seen.push(...x.arraySync());
    return tf.sum(x, 1);
  };
  gradientPenalty(critic, ...ends, createRng(0));
  expect(seen.every(([a, b]) => a === b && a! > 0 && a! < 1)).toBe(true);
  expect(Math.abs(seen.reduce((sum, [a]) => sum + a!, 0) / 200 - 0.5)).toBeLessThan(0.1);
  expect(new Set(seen.map(([a]) => a)).size).toBe(200);
});

test('a critic without any slope has penalty 1 and a finite gradient', () => {
  const flat = new Dense({ inputs: 32, units: 1 }, rng.fork('flat'));
  flat.kernel.assign(tf.zerosLike(flat.kernel));
  const { value, grads } = tf.variableGrads(() => penalty((x) => flat.apply(tf.reshape(x, [2, -1]))), [flat.kernel]);
  expect(value.dataSync()[0]).toBeCloseTo(1, 5);
  expect(Object.values(grads).every((gradient) => [...gradient.dataSync()].every(Number.isFinite))).toBe(true);
});

test('both leave only their result', () => {
  const critic = (x: tf.Tensor4D): tf.Tensor => tf.sum(tf.tanh(x), [1, 2, 3]);
  const before = tf.memory().numTensors;
  tf.dispose([gradientPenalty(critic, real, fake, createRng(3)), r1Penalty(critic, real)]);
  expect(tf.memory().numTensors).toBe(before);
});
