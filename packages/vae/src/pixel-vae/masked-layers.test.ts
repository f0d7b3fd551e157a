import { createRng, type DataSpec, disposeModule, parallelOps } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { mlp } from '../networks/mlp.ts';
import { MaskedLayers } from './masked-layers.ts';
import { PixelVae } from './pixel-vae.ts';

const network = mlp({ hidden: [6], activation: 'tanh' });

/** Of a space that is small enough to look at every image. */
const spaces: readonly DataSpec[] = [
  { shape: [2, 2, 1], domain: 'binary' },
  { shape: [1, 2, 2], domain: { levels: 3 } },
];

/** Image i is the number i, whose last digit is its last value. */
function allImages({ shape, domain }: DataSpec): tf.Tensor4D {
  const levels = domain === 'binary' ? 2 : 3;
  const count = levels ** 4;
  const values = Array.from({ length: 4 * count }, (_, i) => (Math.floor(Math.floor(i / 4) / levels ** (3 - (i % 4))) % levels) / (levels - 1));
  return tf.tensor4d(values, [count, ...(shape as [number, number, number])]);
}

test.each(spaces)('given z, the probabilities of all images of $shape sum to 1, and draws are as frequent as they say', async (spec) => {
  const model = new PixelVae({ spec, network, latent: 2, features: 4, kernelSize: 3, seed: 3 });
  const images = allImages(spec);
  const z = tf.tile(tf.tensor2d([[1.5, -2]]), [images.shape[0], 1]) as tf.Tensor2D;
  const logProb = model.logProb(images, z);
  const probabilities = [...(await logProb.data<'float32'>())].map(Math.exp);
  expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 5);

  const count = 2000;
  const many = tf.tile(tf.tensor2d([[1.5, -2]]), [count, 1]) as tf.Tensor2D;
  const draws = await model.draw(many, { seed: 0, batchSize: count });
  const levels = spec.domain === 'binary' ? 2 : 3;
  const values = await draws.data<'float32'>();
  const counts = probabilities.map(() => 0);
  for (let i = 0; i < values.length; i += 4) {
    counts[values.subarray(i, i + 4).reduce((number, value) => number * levels + Math.round(value * (levels - 1)), 0)]!++;
  }
  // Pearson's chi-square of k - 1 degrees of freedom has the variance 2 (k - 1).
  const deviation = counts.reduce((sum, n, i) => sum + (n - count * probabilities[i]!) ** 2 / (count * probabilities[i]!), 0);
  const freedom = counts.length - 1;
  expect(Math.abs(deviation - freedom)).toBeLessThan(4 * Math.sqrt(2 * freedom));
  tf.dispose([images, z, logProb, many, draws]);
  model.dispose();
});

test.each(spaces)('of $shape: the incremental sampler draws what the whole network draws, pixel by pixel', async (spec) => {
  const model = new PixelVae({ spec: { ...spec, shape: [5, 4, spec.shape[2]!] }, network, latent: 2, features: 4, kernelSize: 3 });
  const options = { count: 5, seed: 7, batchSize: 3 };
  const [fast, slow] = [await model.sample(options), await model.sample({ ...options, incremental: false })];
  expect(await fast.data()).toEqual(await slow.data());
  tf.dispose([fast, slow]);
  model.dispose();
});

test('a pixel depends on no later one, on earlier ones as far as was promised, and on the map at its own place', async () => {
  const [height, width, row, column] = [6, 11, 5, 5];
  const sizes = { channels: 1, parameters: 1, groups: 1, features: 4, maskedLayers: 2, kernelSize: 5 };
  const layers = new MaskedLayers(sizes, createRng(0));
  const [x, map] = [tf.zeros<tf.Rank.R4>([1, height, width, 1]), createRng(1).normal<tf.Rank.R4>([1, height, width, 4])];
  const flips = tf.reshape(tf.eye(height * width), [-1, height, width, 1]) as tf.Tensor4D; // each place in an image of its own
  const parameter = async (x: tf.Tensor4D, map: tf.Tensor4D) => {
    const of = tf.tidy(() => tf.slice(layers.apply(parallelOps(), x, map), [0, row, column, 0], [-1, 1, 1, 1]));
    return of.data<'float32'>().finally(() => of.dispose());
  };
  const [before] = await parameter(x, map);
  /** The places where a change changes the parameter, from its own place. */
  const changing = (after: Float32Array) =>
    [...after.entries()].filter(([, value]) => value !== before).map(([i]) => [Math.floor(i / width) - row, (i % width) - column] as const);
  const added = tf.add(map, flips) as tf.Tensor4D;
  const [pixels, places] = [changing(await parameter(flips, map)), changing(await parameter(x, added))];
  expect(pixels.filter(([down, right]) => down > 0 || (down === 0 && right >= 0))).toEqual([]);
  const farthest = (of: (place: readonly [number, number]) => number) => Math.max(...pixels.map(of));
  expect([farthest(([down]) => -down), farthest(([, right]) => -right), farthest(([, right]) => right)]).toEqual([3, 3, 3]);
  expect(places).toContainEqual([0, 0]);
  tf.dispose([x, map, flips, added]);
  disposeModule(layers);
});
