import {
  adam,
  type BatchSource,
  cosine,
  createRng,
  type DataSpec,
  fit,
  GenmodelsError,
  toBytes,
} from '@genmodels/core';
import { modelLaws } from '@genmodels/core/testing';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defineNetwork } from '../network.ts';
import { conv } from '../networks/conv.ts';
import { mlp } from '../networks/mlp.ts';
import { Autoencoder } from './autoencoder.ts';
import type { AutoencoderOptions } from './config.ts';
import { loadAutoencoder } from './load-autoencoder.ts';

const image: DataSpec = { shape: [5, 6, 1], domain: 'unit' };

function sourceOf(spec: DataSpec): BatchSource {
  return {
    spec,
    stepsPerEpoch: 4,
    batch: (step) => ({ x: createRng(1).fork(step).uniform([6, ...spec.shape] as [number]) }),
  };
}

const variants: Record<string, AutoencoderOptions> = {
  'mlp, series': { spec: { shape: [6, 2], domain: { levels: 8 } }, network: mlp({ hidden: [8], activation: 'tanh' }), latent: 3 },
  'conv, denoising': {
    spec: image,
    network: conv({ filters: [3, 4], hidden: 8, activation: 'softplus' }),
    latent: 2,
    corruption: 0.3,
  },
};
const backends = ['simd', 'cpu', 'wasm'];
const cases = backends.flatMap((backend) => Object.entries(variants).map(([name, options]) => [backend, name, options] as const));

describe.each(cases)('%s: %s', (backend, _, options) => {
  beforeAll(async () => void (await tf.setBackend(backend)));
  afterAll(async () => void (await tf.setBackend('simd')));
  const laws = modelLaws({
    create: () => new Autoencoder(options),
    rebuild: (config) => Autoencoder.fromConfig(config),
    save: toBytes,
    load: (bytes) => loadAutoencoder(bytes),
    source: sourceOf(options.spec),
    random: options.corruption !== undefined,
  });
  test.each(laws)('$name', ({ run }) => run());
});

/**
 * Eight points of mean 1 whose covariance has the eigenvalues 9, 4, 1, 0.25 and 0.04, exactly: columns 1 to 5 of a Hadamard matrix,
 * which are orthogonal, scaled by the roots and turned by a reflection.
 */
function gaussianLikePoints(): tf.Tensor2D {
  return tf.tidy(() => {
    const sign = (row: number, column: number) => (((row & column).toString(2).match(/1/g)?.length ?? 0) % 2 === 0 ? 1 : -1);
    const roots = [3, 2, 1, 0.5, 0.2];
    const columns = tf.tensor2d(Array.from({ length: 8 }, (_, row) => roots.map((root, i) => root * sign(row, i + 1))));
    const reflection = tf.sub(tf.eye(5), tf.fill([5, 5], 2 / 5));
    return tf.add(tf.matMul(columns, reflection), 1);
  });
}

test('a linear one reaches the error of PCA: the sum of the eigenvalues beyond the code', async () => {
  const spec: DataSpec = { shape: [5], domain: 'real' };
  const model = new Autoencoder({ spec, network: mlp({ hidden: [] }), latent: 2 });
  const source: BatchSource = { spec, batch: () => ({ x: gaussianLikePoints() }) };
  await fit(model, source, { steps: 600, seed: 0, optimizer: adam({ learningRate: 0.1 }), schedule: cosine() });
  const x = gaussianLikePoints();
  const y = model.reconstruct(x);
  const error = tf.tidy(() => tf.div(tf.sum(tf.square(tf.sub(x, y))), 8));
  const [reached] = await error.data();
  expect(reached).toBeGreaterThan(1.29 - 1e-5); // 1 + 0.25 + 0.04: no linear code of 2 numbers does better
  expect(reached).toBeLessThan(1.2905);
  tf.dispose([x, y, error]);
  model.dispose();
});

test('the loss is the squared error of the reconstructions, summed over the values and averaged over the examples', async () => {
  const model = new Autoencoder({ spec: image, network: mlp({ hidden: [4] }), latent: 2 });
  const { history } = await fit(model, sourceOf(image), { steps: 1, seed: 0, optimizer: adam({ learningRate: 1e-12 }) });
  const { x } = await sourceOf(image).batch(0);
  const y = model.reconstruct(x);
  const [given, made] = [await x.data<'float32'>(), await y.data<'float32'>()];
  const squares = given.reduce((sum, value, i) => sum + (value - made[i]!) ** 2, 0);
  expect(history[0]!.values['reconstruction']).toBeCloseTo(squares / 6, 4);
  tf.dispose([x, y]);
  model.dispose();
});

test('codes are of the size asked for, and decoding them gives the reconstructions', async () => {
  const model = new Autoencoder({ spec: image, network: conv({ filters: [2], hidden: 4 }), latent: 3 });
  const { x } = await sourceOf(image).batch(0);
  const codes = model.encode(x);
  const [decoded, whole] = [model.decode(codes), model.reconstruct(x)];
  expect([codes.shape, decoded.shape]).toEqual([[6, 3], [6, 5, 6, 1]]);
  expect(await decoded.data()).toEqual(await whole.data());
  expect((await whole.data()).every((value) => value > 0 && value < 1)).toBe(true);
  tf.dispose([x, codes, decoded, whole]);
  model.dispose();
});

test('a denoising one sees a share of zeros in training, is asked for the clean examples, and sees these when it is used', async () => {
  const seen: Promise<Uint8Array | Float32Array | Int32Array>[] = [];
  const watching = defineNetwork('watching', {
    encoder: (context, rng) => {
      const network = mlp({ hidden: [4] }).encoder(context, rng);
      return { network, features: network.features, apply: (x) => (seen.push(tf.keep(tf.clone(x)).data()), network.apply(x)) };
    },
    decoder: (context, rng) => mlp({ hidden: [4] }).decoder(context, rng),
  });
  const model = new Autoencoder({ spec: image, network: watching(), latent: 2, corruption: 0.3 });
  const { x } = await sourceOf(image).batch(0);
  const [{ loss }] = model.objectives() as [ReturnType<Autoencoder['objectives']>[number]];
  for (const mode of ['train', 'infer'] as const) tf.tidy(() => void loss({ x }, createRng(0), { step: 0, mode }));
  const [trained, used] = await Promise.all(seen);
  const clean = await x.data();
  const kept = Array.from(trained!, (value, i) => Number(value === clean[i]));
  expect(Array.from(trained!, (value, i) => value - kept[i]! * clean[i]!).every((rest) => rest === 0)).toBe(true);
  expect(kept.reduce((sum: number, one) => sum + one, 0) / kept.length).toBeCloseTo(0.7, 1);
  expect(used).toEqual(clean);
  model.dispose();
  x.dispose();
});

test.each<[string, () => unknown, string]>([
  ['an unknown option', () => new Autoencoder({ spec: image, beta: 3 } as never), 'Autoencoder has no option "beta"; its options are spec, latent'],
  ['nothing but zeros', () => new Autoencoder({ spec: image, corruption: 1 }), 'Autoencoder.corruption must be a finite number of at least 0 and below 1, got 1'],
  ['conv for points', () => new Autoencoder({ spec: { shape: [2], domain: 'real' }, network: conv() }), 'conv needs images'],
])('%s is refused', (_, run, message) => {
  const before = tf.memory().numTensors;
  expect(run).toThrow(GenmodelsError);
  expect(run).toThrow(message);
  expect(tf.memory().numTensors).toBe(before);
});

test('wrong shapes are refused with what was expected', async () => {
  const model = new Autoencoder({ spec: image, network: mlp({ hidden: [4] }), latent: 2 });
  const wrong = tf.zeros([2, 6, 5, 1]);
  const message = 'x must be a tensor of shape [batch, 5, 6, 1], got float32 [2, 6, 5, 1]';
  expect(() => model.encode(wrong)).toThrow(message);
  expect(() => model.reconstruct(wrong)).toThrow(message);
  expect(() => model.decode(tf.zeros([2, 3]))).toThrow('z must be a tensor of shape [batch, 2]');
  const own = defineNetwork('own', mlp({ hidden: [] }));
  const unknown = await toBytes(new Autoencoder({ spec: { shape: [2], domain: 'real' }, network: own(), latent: 1 }));
  await expect(loadAutoencoder(unknown)).rejects.toThrow(GenmodelsError);
  model.dispose();
});
