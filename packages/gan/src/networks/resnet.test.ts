import { createRng, type LinearLayer, namedVariables } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import type { Discriminator, DiscriminatorContext } from '../network.ts';
import { resnet } from './resnet.ts';
import { ResnetDownBlock } from './resnet-down-block.ts';
import { type ResnetConfig, resnetGenerator } from './resnet-generator.ts';
import { ResnetUpBlock } from './resnet-up-block.ts';

const rng = createRng(6);
const plain: DiscriminatorContext['normalize'] = (layer) => layer;

function generatorOf(shape: number[], options: Partial<ResnetConfig> = {}) {
  return resnet({ width: 2, ...options }).generator({ shape, inputs: 3 }, rng);
}

function discriminatorOf(shape: number[], options: Partial<ResnetConfig> = {}, normalize = plain): Discriminator {
  return resnet({ width: 2, ...options }).discriminator({ shape, apart: true, spectralNorm: false, normalize }, rng);
}

/** Shapes of all kernels of one kind, in the order of the network. */
function kernelShapes(module: object, suffix: string): number[][] {
  return [...namedVariables(module)].filter(([name]) => name.endsWith(suffix)).map(([, variable]) => variable.shape);
}

function expectEqual(actual: tf.Tensor, expected: tf.Tensor): void {
  expect(actual.shape).toEqual(expected.shape);
  expect(tf.max(tf.abs(tf.sub(actual, expected))).dataSync()[0]).toBeLessThan(1e-5);
}

test.each([[[28, 28, 1]], [[32, 32, 3]], [[9, 13, 2]], [[5, 6, 1]], [[2, 3, 1]]])('images of %j are made and read', (shape) => {
  const images = generatorOf(shape).apply(rng.normal([2, 3]), 'train');
  expect(images.shape).toEqual([2, ...shape]);
  const discriminator = discriminatorOf(shape);
  expect(discriminator.apply(images, 'train').shape).toEqual([2, discriminator.features]);
});

test('at 32x32 the networks are those of the paper: 4x4 up in three blocks, two down to 8x8 and two there', () => {
  const project = namedVariables(generatorOf([32, 32, 3], { width: 5 })).get('project.kernel')!;
  expect(project.shape).toEqual([3, 4 * 4 * 5]);
  expect(kernelShapes(generatorOf([32, 32, 3], { width: 5 }), 'shortcut.kernel')).toHaveLength(3);
  const discriminator = discriminatorOf([32, 32, 3], { width: 5 });
  expect(kernelShapes(discriminator, 'first.kernel')).toEqual([[3, 3, 3, 5], [3, 3, 5, 5], [3, 3, 5, 5], [3, 3, 5, 5]]);
  expect(kernelShapes(discriminator, 'shortcut.kernel')).toEqual([[1, 1, 3, 5], [1, 1, 5, 5]]);
});

test('`layers` is the number of halvings of both, and channels grow by `growth` with each', () => {
  const options = { width: 3, growth: 2, layers: 2 };
  const generator = generatorOf([8, 8, 1], options);
  expect(namedVariables(generator).get('project.kernel')!.shape).toEqual([3, 2 * 2 * 12]);
  expect(kernelShapes(generator, 'second.kernel')).toEqual([[3, 3, 6, 6], [3, 3, 3, 3]]);
  const discriminator = discriminatorOf([8, 8, 1], options);
  expect(kernelShapes(discriminator, 'second.kernel')).toEqual([[3, 3, 3, 3], [3, 3, 3, 6], [3, 3, 6, 6], [3, 3, 6, 6]]);
  expect(discriminator.features).toBe(6);
});

test('a block up is the short cut, doubled first, and two convolutions behind the norms', () => {
  const block = new ResnetUpBlock({ inputs: 2, filters: 3, size: [6, 8] }, rng);
  const x = rng.normal<tf.Rank.R4>([2, 3, 4, 2]);
  const double = (map: tf.Tensor4D) => tf.image.resizeNearestNeighbor(map, [6, 8]);
  const h = block.first.apply(double(tf.relu(block.norms[0].apply(x, 'infer'))));
  const residual = block.second.apply(tf.relu(block.norms[1].apply(h, 'infer')));
  expectEqual(block.apply(x, 'infer'), tf.add(block.shortcut.apply(double(x)), residual));
});

const pool = (map: tf.Tensor4D) => tf.avgPool(map, 2, 2, 'same');

test('the first block down sees the image without ReLU, the next puts one before', () => {
  const x = rng.normal<tf.Rank.R4>([2, 4, 4, 2]);
  for (const image of [true, false]) {
    const block = new ResnetDownBlock({ inputs: 2, filters: 3, image, halve: true }, plain, rng);
    const h = block.first.apply(image ? x : tf.relu(x));
    expectEqual(block.apply(x), tf.add(pool(block.shortcut!.apply(x)), pool(block.second.apply(tf.relu(h)))));
  }
});

test('a block that does not halve adds to what it gets', () => {
  const x = rng.normal<tf.Rank.R4>([2, 4, 4, 2]);
  const block = new ResnetDownBlock({ inputs: 2, filters: 2, image: false, halve: false }, plain, rng);
  expectEqual(block.apply(x), tf.add(x, block.second.apply(tf.relu(block.first.apply(tf.relu(x))))));
});

test('every linear layer of the discriminator goes through `normalize`, with random numbers of its own', () => {
  const seen: LinearLayer<tf.Rank>[] = [];
  const keys = new Set<string>();
  const discriminator = discriminatorOf([8, 8, 1], {}, (layer, own) => {
    seen.push(layer as unknown as LinearLayer<tf.Rank>);
    keys.add(JSON.stringify(own));
    return layer;
  });
  expect(seen.map(({ kernel }) => kernel.shape)).toEqual(kernelShapes(discriminator, 'kernel'));
  expect(keys.size).toBe(seen.length);
});

test('the discriminator sees each example by itself', () => {
  const discriminator = discriminatorOf([5, 6, 1]);
  const x = rng.normal<tf.Rank.R4>([3, 5, 6, 1]);
  const alone = tf.slice(x, [1, 0, 0, 0], [1, -1, -1, -1]);
  expectEqual(tf.slice(discriminator.apply(x, 'train'), [1, 0], [1, -1]), discriminator.apply(alone, 'train'));
});

test('the generator alone has the same weights', () => {
  const [whole, alone] = [resnet(), resnetGenerator()].map((network) => network.generator({ shape: [4, 4, 1], inputs: 3 }, rng));
  const code = rng.normal<tf.Rank.R2>([2, 3]);
  expect(alone!.apply(code, 'train').dataSync()).toEqual(whole!.apply(code, 'train').dataSync());
});

test('what is no image is refused', () => {
  expect(() => generatorOf([2])).toThrow('resnet needs images, got the shape [2]: use mlp()');
  expect(() => discriminatorOf([6, 2])).toThrow('resnet needs images');
  expect(() => resnet({ width: 0 })).toThrow('resnet.width must be an integer of at least 1');
});
