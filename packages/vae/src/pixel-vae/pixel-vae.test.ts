import { adam, type BatchSource, createRng, type DataSpec, fit, GenmodelsError, toBytes } from '@genmodels/core';
import { modelLaws, samplerLaws } from '@genmodels/core/testing';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { conv } from '../networks/conv.ts';
import { mlp } from '../networks/mlp.ts';
import type { PixelVaeOptions } from './config.ts';
import { loadPixelVae } from './load-pixel-vae.ts';
import { PixelVae } from './pixel-vae.ts';

const binary: DataSpec = { shape: [5, 6, 1], domain: 'binary' };
const colours: DataSpec = { shape: [3, 4, 3], domain: { levels: 3 } };

/** Images of any levels. */
function sourceOf(spec: DataSpec, size = 6): BatchSource {
  const steps = spec.domain === 'binary' ? 1 : 2;
  const images = (step: number) => tf.div(tf.round(tf.mul(createRng(1).fork(step).uniform([size, ...spec.shape] as [number]), steps)), steps);
  return { spec, stepsPerEpoch: 4, batch: (step) => ({ x: tf.tidy(() => images(step)) }) };
}

const variants: Record<string, PixelVaeOptions> = {
  'conv, black and white': { spec: binary, network: conv({ filters: [3, 4], hidden: 8, activation: 'softplus' }), latent: 2, features: 4, kernelSize: 3 },
  'mlp, levels of three colours': { spec: colours, network: mlp({ hidden: [8], activation: 'tanh' }), latent: 2, features: 6, maskedLayers: 1, kernelSize: 3, beta: 0.5, warmUp: 2, freeBits: 0.1 },
};
const backends = ['simd', 'cpu', 'wasm'];
const cases = backends.flatMap((backend) => Object.entries(variants).map(([name, options]) => [backend, name, options] as const));

describe.each(cases)('%s: %s', (backend, _, options) => {
  beforeAll(async () => void (await tf.setBackend(backend)));
  afterAll(async () => void (await tf.setBackend('simd')));
  const create = () => new PixelVae(options);
  const rebuild = (config: Parameters<typeof PixelVae.fromConfig>[0]) => PixelVae.fromConfig(config);
  const laws = [
    ...modelLaws({ create, rebuild, save: toBytes, load: (bytes) => loadPixelVae(bytes), source: sourceOf(options.spec) }),
    ...samplerLaws({ create, spec: options.spec }),
  ];
  test.each(laws)('$name', ({ run }) => run());
});

test('the metrics add up to the loss, and say what part of it is the KL', async () => {
  const model = new PixelVae({ ...variants['conv, black and white']!, beta: 2, warmUp: 0 });
  const { history } = await fit(model, sourceOf(binary), { steps: 3, seed: 0, reportEvery: 1 });
  for (const { values } of history) {
    const { 'elbo/reconstruction': reconstruction, 'elbo/kl': kl, 'elbo/klShare': share } = values;
    expect(values['elbo']).toBeCloseTo(reconstruction! + 2 * kl!, 4);
    expect(share).toBeCloseTo(kl! / (reconstruction! + kl!), 6);
  }
  model.dispose();
});

test('the bound comes with its KL, its share is that of all images together, and log p(x) lies above it', async () => {
  const model = new PixelVae(variants['conv, black and white']!);
  const { x } = await sourceOf(binary).batch(0);
  const parts = model.elboParts(x, { seed: 3 });
  const [alone, likelihood] = [model.elbo(x, { seed: 3 }), await model.logLikelihood(x, { samples: 200, seed: 0 })];
  const { value, standardError } = await model.estimateLogLikelihood(x, { samples: 200, seed: 0, batchSize: 50 });
  const sum = async (t: tf.Tensor) => (await t.data<'float32'>()).reduce((a, b) => a + b, 0);
  expect(await alone.data()).toEqual(await parts.elbo.data());
  expect((await parts.klShare.data())[0]).toBeCloseTo((await sum(parts.kl)) / -(await sum(parts.elbo)), 5);
  expect(await sum(likelihood)).toBeGreaterThan(await sum(parts.elbo));
  expect(await sum(value)).toBeCloseTo(await sum(likelihood), 0);
  expect((await standardError.data()).every((error) => error > 0 && error < 0.5)).toBe(true);
  tf.dispose([x, alone, likelihood, value, standardError, parts.elbo, parts.kl, parts.klShare]);
  model.dispose();
});

test('reconstructions are draws given the mean of z, the same for the same seed, and at temperature 0 the likeliest pixels', async () => {
  const model = new PixelVae({ ...variants['mlp, levels of three colours']!, features: 12 });
  const { x } = await sourceOf(colours).batch(0);
  const { mean, logVariance } = model.encode(x);
  const images = [
    await model.reconstruct(x, { seed: 1 }),
    await model.draw(mean, { seed: 1, batchSize: 4 }),
    await model.reconstruct(x, { seed: 2 }),
    await model.reconstruct(x, { seed: 1, temperature: 0 }),
    await model.reconstruct(x, { seed: 2, temperature: 0 }),
  ];
  const [first, again, other, cold, colder] = await Promise.all(images.map((image) => image.data()));
  expect(images[0]!.shape).toEqual([6, 3, 4, 3]);
  expect(again).toEqual(first);
  expect(other).not.toEqual(first);
  expect(colder).toEqual(cold);
  expect([...first!].every((value) => [0, 0.5, 1].includes(value))).toBe(true);
  tf.dispose([x, mean, logVariance, ...images]);
  model.dispose();
});

test('pixels have a temperature of their own', async () => {
  const model = new PixelVae(variants['conv, black and white']!);
  const drawn = async (options: object) => {
    const images = await model.sample({ count: 3, seed: 0, ...options });
    const values = await images.data();
    images.dispose();
    return values;
  };
  const [warm, cold] = [await drawn({}), await drawn({ temperature: 0 })];
  expect(await drawn({ pixelTemperature: 1 })).toEqual(warm);
  expect(await drawn({ temperature: 0, pixelTemperature: 0 })).toEqual(cold);
  expect(await drawn({ temperature: 0, pixelTemperature: 1 })).not.toEqual(cold);
  await expect(drawn({ pixelTemperature: -1 })).rejects.toThrow('temperature must be a number from 0, got -1');
  model.dispose();
});

/**
 * [1, 10, 1]: pixels 0, 3, 6 and 9 are one coin, those between them coins of their own. Who sees one pixel needs z to know the one coin;
 * who sees three has it from the last time. There z could still tell the first pixel for what it costs: a beta above 1 says that it shall not.
 */
const coinSpec: DataSpec = { shape: [1, 10, 1], domain: 'binary' };
const coins: BatchSource = {
  spec: coinSpec,
  batch: (step) =>
    tf.tidy(() => {
      const tosses = tf.round(createRng(2).fork(step).uniform<tf.Rank.R2>([64, 7]));
      const places = tf.tensor1d([0, 1, 2, 0, 3, 4, 0, 5, 6, 0], 'int32');
      return { x: tf.reshape(tf.gather(tosses, places, 1), [64, 1, 10, 1]) };
    }),
};

test.each([
  { kernelSize: 3, sees: 'too little to copy the coin, z says it', kl: [0.7, 1] }, // ln 2 = 0.69; a normal z tells a coin at some loss
  { kernelSize: 7, sees: 'enough, the KL vanishes', kl: [0, 0.05] },
])('where the masked layers see $sees', async ({ kernelSize, kl: [least, most] }) => {
  const options = { network: mlp({ hidden: [8], activation: 'tanh' }), latent: 1, features: 8, maskedLayers: 1, kernelSize };
  const model = new PixelVae({ spec: coinSpec, ...options, beta: 1.2, warmUp: 100 });
  const { history } = await fit(model, coins, { steps: 400, seed: 0, optimizer: adam({ learningRate: 0.02 }) });
  const { 'elbo/kl': kl, 'elbo/reconstruction': reconstruction } = history.at(-1)!.values;
  expect(kl).toBeGreaterThan(least!);
  expect(kl).toBeLessThan(most!);
  expect(reconstruction).toBeLessThan(5); // seven coins at most: the ten pixels by themselves would be 6.93
  model.dispose();
});

test.each<[string, () => unknown, string]>([
  ['an unknown option', () => new PixelVae({ spec: binary, layers: 3 } as never), 'PixelVae has no option "layers"; its options are spec, latent, features, maskedLayers'],
  ['points', () => new PixelVae({ spec: { shape: [2], domain: 'binary' } }), 'PixelVae.spec.shape must be that of an image, [height, width, channels], got [2]'],
  ['real numbers', () => new PixelVae({ spec: { shape: [4, 4, 1], domain: 'unit' } }), `PixelVae.spec.domain must be 'binary' or { levels } up to 256, got "unit"`],
  ['features that colours do not share', () => new PixelVae({ spec: colours, features: 8 }), 'PixelVae.features must be a multiple of 3'],
  ['a kernel without a centre', () => new PixelVae({ spec: binary, kernelSize: 4 }), 'PixelVae.kernelSize must be odd, so that the mask has a centre, got 4'],
])('%s is refused', (_, run, message) => {
  const before = tf.memory().numTensors;
  expect(run).toThrow(GenmodelsError);
  expect(run).toThrow(message);
  expect(tf.memory().numTensors).toBe(before);
});

test('wrong shapes are refused with what was expected', async () => {
  const model = new PixelVae(variants['conv, black and white']!);
  const wrong = tf.zeros<tf.Rank.R4>([2, 6, 5, 1]);
  const message = 'x must be a tensor of shape [batch, 5, 6, 1], got float32 [2, 6, 5, 1]';
  expect(() => model.encode(wrong)).toThrow(message);
  expect(() => model.elbo(wrong, { seed: 0 })).toThrow(message);
  await expect(model.reconstruct(wrong, { seed: 0 })).rejects.toThrow(message);
  await expect(model.logLikelihood(wrong, { samples: 2, seed: 0 })).rejects.toThrow(message);
  await expect(model.draw(tf.zeros([2, 3]), { seed: 0 })).rejects.toThrow('z must be a tensor of shape [batch, 2]');
  expect(() => model.logProb(tf.zeros([2, 5, 6, 1]), tf.zeros([2, 3]))).toThrow('z must be a tensor of shape [batch, 2]');
  model.dispose();
});
