import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { registerGradients } from '../gradients/register.ts';
import { createRng } from '../rng.ts';
import { GroupNorm } from './group-norm.ts';
import { InstanceNorm } from './instance-norm.ts';
import { LayerNorm } from './layer-norm.ts';

beforeAll(registerGradients);

const shape: [number, number, number, number] = [2, 3, 3, 4];

/** (x - mean) / sqrt(variance + 1e-5) over the cells that share a set. */
function standardize(x: Float32Array, setOf: (example: number, channel: number) => string): number[] {
  const sets = Array.from(x, (_, i) => setOf(Math.floor(i / 36), i % 4));
  return Array.from(x, (value, i) => {
    const own = [...x].filter((_, j) => sets[j] === sets[i]);
    const mean = own.reduce((sum, each) => sum + each, 0) / own.length;
    const variance = own.reduce((sum, each) => sum + (each - mean) ** 2, 0) / own.length;
    return (value - mean) / Math.sqrt(variance + 1e-5);
  });
}

test.each<[string, LayerNorm | InstanceNorm | GroupNorm, (example: number, channel: number) => string]>([
  ['LayerNorm', new LayerNorm({ channels: 4 }), (example) => `${example}`],
  ['InstanceNorm', new InstanceNorm({ channels: 4 }), (example, channel) => `${example} ${channel}`],
  ['GroupNorm', new GroupNorm({ channels: 4, groups: 2 }), (example, channel) => `${example} ${channel >> 1}`],
])('%s standardises its sets, then scales and shifts each channel', (_, layer, setOf) => {
  layer.scale.assign(tf.tensor1d([1, 2, 3, 4]));
  layer.offset.assign(tf.tensor1d([0, 0.1, 0.2, 0.3]));
  const x = tf.add(tf.mul(createRng(0).normal<tf.Rank.R4>(shape), 3), 5) as tf.Tensor4D;
  const y = layer.apply(x).dataSync();
  const standard = standardize(x.dataSync() as Float32Array, setOf);
  y.forEach((value, i) => expect(value).toBeCloseTo(standard[i]! * ((i % 4) + 1) + (i % 4) / 10, 3));
});

test.each([new LayerNorm({ channels: 4 }), new GroupNorm({ channels: 4, groups: 1 })])('rank 2: one set an example', (layer) => {
  const y = layer.apply(tf.tensor2d([[1, 2, 3, 4], [10, 20, 30, 40]]));
  expect(y.shape).toEqual([2, 4]);
  expect(y.dataSync()[0]).toBeCloseTo(-1.3416, 3);
  expect(y.dataSync()[4]).toBeCloseTo(-1.3416, 3);
});

test('no example sees another', () => {
  const layer = new LayerNorm({ channels: 4 });
  const pixel = (x: tf.Tensor): tf.Tensor => tf.slice(tf.square(layer.apply(x)), [0, 0, 0, 0], [1, 1, 1, 4]);
  const slope = tf.grad(pixel)(createRng(0).normal<tf.Rank.R4>(shape));
  const byExample = tf.sum(tf.abs(slope), [1, 2, 3]).dataSync();
  expect(byExample[0]).toBeGreaterThan(0);
  expect(byExample[1]).toBe(0);
});

test('groups must divide the channels', () => {
  expect(() => new GroupNorm({ channels: 6, groups: 4 })).toThrow('groups must divide the 6 channels, got 4');
});
