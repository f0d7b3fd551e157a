import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { registerGradients } from '../gradients/register.ts';
import { createRng } from '../rng.ts';
import { causalMask, type MaskShape, type MaskType } from './causal-mask.ts';
import { MaskedConv2d, type MaskedConv2dOptions } from './masked-conv2d.ts';
import { countParameters, disposeModule, namedVariables } from './module.ts';

type Cell = [row: number, column: number, channel: number];

beforeAll(registerGradients);

/** For each cell of an input of this shape, whether the output at one cell depends on it: 1 or 0. */
function seenFrom(layers: readonly MaskedConv2d[], shape: Cell, cell: Cell): string {
  const net = (x: tf.Tensor): tf.Tensor => layers.reduce((h, layer) => tf.softplus(layer.apply(h)), x as tf.Tensor4D);
  const slope = tf.grad((x) => tf.slice(net(x), [0, ...cell], [1, 1, 1, 1]))(tf.zeros([1, ...shape]));
  return [...slope.dataSync()].map((value) => (value === 0 ? 0 : 1)).join('');
}

/** Positive weights cannot cancel, and softplus never dies: what a layer may see, it does see. */
function positive(options: MaskedConv2dOptions): MaskedConv2d {
  const layer = new MaskedConv2d(options, createRng(1));
  layer.kernel.assign(tf.fill(layer.kernel.shape, 0.1));
  return layer;
}

test.each<[MaskType, MaskShape, string[]]>([
  ['A', 'square', ['11111', '11111', '11000']],
  ['B', 'square', ['11111', '11111', '11100']],
  ['A', 'vertical', ['11111', '11111', '00000']],
  ['B', 'vertical', ['11111', '11111', '11111']],
  ['A', 'horizontal', ['110']],
  ['B', 'horizontal', ['111']],
])('type %s, %s', (type, shape, picture) => {
  const values = causalMask({ type, shape, kernelSize: 5, inputs: 1, filters: 1, groups: 1 });
  expect([...values].join('')).toBe(picture.join(''));
});

test('three colours at the centre: red sees nothing, green red, blue both; type B itself too', () => {
  const centre = (type: MaskType) => [...causalMask({ type, shape: 'square', kernelSize: 1, inputs: 3, filters: 3, groups: 3 })];
  expect(centre('A')).toEqual([0, 1, 1, 0, 0, 1, 0, 0, 0]); // [input, filter]
  expect(centre('B')).toEqual([1, 1, 1, 0, 1, 1, 0, 0, 1]);
});

test('an A and a B layer see exactly what comes before in raster order, within their reach', () => {
  const first = positive({ inputs: 1, filters: 2, kernelSize: 3, type: 'A' });
  const second = positive({ inputs: 2, filters: 1, kernelSize: 3, type: 'B' });
  const picture = ['11111', '11110', '11000', '00000']; // the blind spot begins at (1, 4)
  expect(seenFrom([first, second], [4, 5, 1], [2, 2, 0])).toBe(picture.join(''));
});

test.each([0, 1, 2])('colour %i of a pixel sees the earlier pixels whole and the earlier colours of its own', (colour) => {
  const layers = [
    positive({ inputs: 3, filters: 6, kernelSize: 3, type: 'A', groups: 3 }),
    positive({ inputs: 6, filters: 9, kernelSize: 1, type: 'B', groups: 3 }),
    positive({ inputs: 9, filters: 3, kernelSize: 3, type: 'B', groups: 3 }),
  ];
  const own = ['000', '100', '110'][colour]!;
  expect(seenFrom(layers, [2, 3, 3], [1, 1, colour])).toBe(`111111111111${own}000`);
});

test('vertical sees whole rows above, horizontal only its own row', () => {
  const layer = (type: MaskType, shape: MaskShape) => positive({ inputs: 1, filters: 1, kernelSize: 3, type, shape });
  expect(seenFrom([layer('A', 'vertical'), layer('B', 'vertical')], [3, 5, 1], [2, 2, 0])).toBe('111111111100000');
  expect(seenFrom([layer('A', 'horizontal')], [2, 4, 1], [1, 2, 0])).toBe('00000100');
  expect(seenFrom([layer('A', 'horizontal'), layer('B', 'horizontal')], [2, 4, 1], [1, 2, 0])).toBe('00001100');
});

test('the weights under the mask never matter and are never changed', () => {
  const layer = new MaskedConv2d({ inputs: 1, filters: 1, kernelSize: 3, type: 'A' }, createRng(0));
  const x = createRng(1).normal<tf.Rank.R4>([1, 3, 3, 1]);
  const before = layer.apply(x).dataSync();
  const spoilt = tf.add(layer.kernel, tf.mul(tf.sub(1, layer.mask), 100));
  layer.kernel.assign(spoilt as tf.Tensor4D);
  expect(layer.apply(x).dataSync()).toEqual(before);
  expect(layer.kernel.dataSync()).toEqual(spoilt.dataSync());
});

test('no gradient reaches a weight under the mask', () => {
  const layer = new MaskedConv2d({ inputs: 3, filters: 3, kernelSize: 3, type: 'A', groups: 3 }, createRng(0));
  const { grads } = tf.variableGrads(() => tf.sum(tf.square(layer.apply(tf.ones([1, 4, 4, 3])))), [layer.kernel]);
  const gradient = Object.values(grads)[0]!.dataSync();
  const mask = layer.mask.dataSync();
  gradient.forEach((value, i) => expect(value !== 0).toBe(mask[i] === 1));
});

test('the mask is a constant: not a parameter, freed with the layer, kept by a tidy', () => {
  const before = tf.memory().numTensors;
  const made: MaskedConv2d[] = [];
  tf.tidy(() => {
    made.push(new MaskedConv2d({ inputs: 1, filters: 2, kernelSize: 5, type: 'A' }, createRng(0)));
  });
  expect([...namedVariables(made[0]!).keys()]).toEqual(['kernel', 'bias']);
  expect(countParameters(made[0]!)).toBe(3 * 5 * 2 + 2);
  expect(tf.memory().numTensors - before).toBe(3);
  disposeModule(made[0]!);
  expect(tf.memory().numTensors).toBe(before);
});

test('an even kernel and a mask that hides everything are refused', () => {
  const make = (kernelSize: number) => () => new MaskedConv2d({ inputs: 1, filters: 1, kernelSize, type: 'A' }, createRng(0));
  expect(make(4)).toThrow('kernelSize must be odd');
  expect(make(1)).toThrow('kernelSize must leave something to see in a mask of type "A", got 1');
});
