import {
  Conv2d,
  Conv2dTranspose,
  createRng,
  Dense,
  disposeModule,
  gradientPenalty,
  type LinearLayer,
  namedVariables,
  registerGradients,
  sizeOf,
  softplus,
  toBytes,
  trainableVariables,
} from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { Gan } from '../gan.ts';
import { loadGan } from '../load-gan.ts';
import { mlp } from '../networks/mlp.ts';
import { slopes } from '../testing/slopes.ts';
import { SpectralNorm } from './spectral-norm.ts';

beforeAll(registerGradients);

const rng = createRng(8);
const points = rng.normal<tf.Rank.R2>([5, 4]);
const images = rng.normal<tf.Rank.R4>([3, 4, 4, 2]);

/** A new layer, what it may be applied to, and which axis of its kernel counts units. */
interface Case {
  readonly layer: () => LinearLayer<tf.Rank>;
  readonly x: tf.Tensor;
  readonly units: number;
}

const cases: Record<string, Case> = {
  Dense: { layer: () => wide(new Dense({ inputs: 4, units: 3 }, rng.fork('dense'))), x: points, units: 1 },
  Conv2d: {
    layer: () => wide(new Conv2d({ inputs: 2, filters: 5, kernelSize: 3, strides: 2 }, rng.fork('conv'))),
    x: images,
    units: 3,
  },
  Conv2dTranspose: {
    layer: () => wide(new Conv2dTranspose({ inputs: 2, filters: 5, kernelSize: 4, strides: 2 }, rng.fork('transpose'))),
    x: images,
    units: 2,
  },
};

/** One type for all ranks. */
function wide<R extends tf.Rank>(layer: LinearLayer<R>): LinearLayer<tf.Rank> {
  return layer as unknown as LinearLayer<tf.Rank>;
}

/** By the rotations of Jacobi on the products of all pairs of units, in double precision. */
function largestSingularValue(kernel: tf.Tensor, unitAxis: number): number {
  const { shape } = kernel;
  const [units, step] = [shape[unitAxis]!, sizeOf(shape.slice(unitAxis + 1))];
  const values = [...kernel.dataSync()];
  const rows = Array.from({ length: units }, (_, unit) => values.filter((_, i) => Math.floor(i / step) % units === unit));
  for (let sweep = 0; sweep < 10; sweep++) {
    for (let i = 0; i < units; i++) for (let j = i + 1; j < units; j++) rotate(rows[i]!, rows[j]!);
  }
  return Math.sqrt(Math.max(...rows.map((row) => dot(row, row))));
}

const dot = (a: number[], b: number[]): number => a.reduce((sum, value, i) => sum + value * b[i]!, 0);

/** Turns two rows in their plane until they are orthogonal. */
function rotate(a: number[], b: number[]): void {
  const angle = Math.atan2(2 * dot(a, b), dot(a, a) - dot(b, b)) / 2;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  a.forEach((value, i) => ([a[i], b[i]] = [cos * value + sin * b[i]!, cos * b[i]! - sin * value]));
}

const normalized = <R extends tf.Rank>(layer: LinearLayer<R>): SpectralNorm<R> => new SpectralNorm(layer, rng.fork('norm'));

const normOf = (layer: SpectralNorm<tf.Rank>): number => layer.norm().dataSync()[0]!;

function advance(layer: SpectralNorm<tf.Rank>, steps: number): void {
  for (let step = 0; step < steps; step++) layer.advance();
}

test('the oracle knows a matrix whose singular values are 5 and 3', () => {
  const turned = tf.matMul(tf.tensor2d([[0.6, -0.8], [0.8, 0.6]]), tf.tensor2d([[3, 0, 0], [0, 0, 5]]));
  expect(largestSingularValue(turned, 1)).toBeCloseTo(5, 6);
  expect(largestSingularValue(turned, 0)).toBeCloseTo(5, 6);
});

describe.each(Object.entries(cases))('%s', (_, { layer, x, units }) => {
  test('its norm is the largest singular value, to a few percent from the start and never above', () => {
    const normed = normalized(layer());
    const truth = largestSingularValue(normed.kernel, units);
    expect(normOf(normed) / truth).toBeGreaterThan(0.97);
    expect(normOf(normed) / truth).toBeLessThan(1 + 1e-5);
    advance(normed, 300);
    expect(Math.abs(normOf(normed) / truth - 1)).toBeLessThan(1e-5);
  });

  test('it computes what the layer does with its kernel divided by the norm, and its bias as it is', () => {
    const plain = layer();
    plain.bias!.assign(tf.fill(plain.bias!.shape, 0.5));
    const normed = normalized(layer());
    normed.bias!.assign(plain.bias!);
    plain.kernel.assign(tf.div(plain.kernel, normed.norm()));
    expect(tf.max(tf.abs(tf.sub(normed.apply(x), plain.apply(x)))).dataSync()[0]).toBeLessThan(1e-6);
  });

  test('one step of the iteration an update follows a kernel that moves', () => {
    const [followed, forgotten] = [normalized(layer()), normalized(layer())];
    const direction = tf.mul(0.002, tf.sign(rng.fork('direction').normal(followed.kernel.shape as [number]))); // ten times Adam's at 2e-4
    for (let update = 0; update < 200; update++) {
      for (const each of [followed, forgotten]) each.kernel.assign(tf.add(each.kernel, direction));
      followed.advance();
    }
    const truth = largestSingularValue(followed.kernel, units);
    expect(normOf(followed) / truth).toBeCloseTo(1, 4);
    expect(normOf(forgotten) / truth).toBeLessThan(0.95);
  });

  test('slopes of a loss through it are those of its differences', async () => {
    const normed = normalized(layer());
    const { gradient, difference } = await slopes(trainableVariables(normed), () => tf.mean(tf.square(normed.apply(x))));
    expect(Math.abs(difference)).toBeGreaterThan(1e-2);
    expect(Math.abs(gradient / difference - 1)).toBeLessThan(1e-3);
  });

  test('so are slopes of a gradient penalty', async () => {
    const normed = normalized(layer());
    const critic = (seen: tf.Tensor) => tf.sum(tf.reshape(softplus(normed.apply(seen)), [seen.shape[0]!, -1]), 1);
    const penalty = () => tf.mean<tf.Scalar>(gradientPenalty(critic, x, tf.neg(x), createRng(3)));
    const { gradient, difference } = await slopes(trainableVariables(normed), penalty);
    expect(Math.abs(difference)).toBeGreaterThan(1e-2);
    expect(Math.abs(gradient / difference - 1)).toBeLessThan(1e-2);
  });

  test('only its parameters and the result stay', () => {
    const before = tf.memory().numTensors;
    const normed = normalized(layer());
    expect([...namedVariables(normed).keys()]).toEqual(['kernel', 'bias', 'left', 'right']);
    expect(trainableVariables(normed)).toHaveLength(2);
    normed.advance();
    expect(tf.memory().numTensors).toBe(before + 4);
    tf.dispose([normed.norm()]);
    expect(tf.memory().numTensors).toBe(before + 4);
    disposeModule(normed);
    expect(tf.memory().numTensors).toBe(before);
  });
});

test('a dense layer stretches one direction by 1 and none by more', () => {
  const normed = normalized(new Dense({ inputs: 4, units: 3, bias: false }, rng.fork('dense')));
  advance(normed, 300);
  const lengthOf = (x: tf.Tensor2D): number => tf.norm(normed.apply(x)).dataSync()[0]! / tf.norm(x).dataSync()[0]!;
  expect(lengthOf(normed.left)).toBeCloseTo(1, 5);
  for (let draw = 0; draw < 100; draw++) expect(lengthOf(rng.normal([1, 4]))).toBeLessThan(1 + 1e-5);
});

test('gradients take the vectors for constants', () => {
  const normed = normalized(new Dense({ inputs: 4, units: 3 }, rng.fork('dense')));
  advance(normed, 300);
  const slope = tf.grad(() => normed.norm())(normed.kernel) as tf.Tensor2D; // left right, eq. 10 of the paper
  const product = tf.matMul(normed.left, normed.right, true, true);
  expect(tf.max(tf.abs(tf.sub(slope, product))).dataSync()[0]).toBeLessThan(1e-6);
});

test('the vectors are saved and loaded with the model, whose scores stay as they were', async () => {
  const gan = new Gan({ spec: { shape: [4], domain: 'real' }, network: mlp({ hidden: [6] }), spectralNorm: true, latent: 2 });
  for (const [name, variable] of namedVariables(gan)) {
    if (name.endsWith('kernel')) variable.assign(rng.normal(variable.shape as [number])); // away from the norms of a new model
  }
  gan.discriminator.advance();
  const loaded = await loadGan(await toBytes(gan));
  const vectors = (of: Gan) => [...namedVariables(of)].filter(([name]) => /(left|right)$/.test(name)).map(([, vector]) => vector.dataSync());
  expect(vectors(loaded)).toHaveLength(4);
  expect(vectors(loaded)).toEqual(vectors(gan));
  expect(loaded.score(points).dataSync()).toEqual(gan.score(points).dataSync());
  [gan, loaded].forEach((each) => each.dispose());
});

test('scores and features leave only themselves', () => {
  const gan = new Gan({ spec: { shape: [4], domain: 'real' }, network: mlp({ hidden: [6] }), spectralNorm: true, latent: 2 });
  const before = tf.memory().numTensors;
  const results = [gan.score(points), gan.features(points)];
  expect(tf.memory().numTensors).toBe(before + 2);
  tf.dispose(results);
  gan.dispose();
});
