import { adam, type BatchSource, createRng, type DataSpec, fit, GenmodelsError, save, toBytes } from '@genmodels/core';
import { modelLaws, samplerLaws } from '@genmodels/core/testing';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { VaeOptions } from './config.ts';
import { bernoulli } from './likelihoods/bernoulli.ts';
import { discretizedLogistic } from './likelihoods/discretized-logistic.ts';
import { gaussian } from './likelihoods/gaussian.ts';
import { loadVae } from './load-vae.ts';
import { loadVaeDecoder } from './load-vae-decoder.ts';
import { conv } from './networks/conv.ts';
import { mlp } from './networks/mlp.ts';
import { Vae } from './vae.ts';

const image: DataSpec = { shape: [5, 6, 1], domain: 'binary' };

/** Images that are all dark or all bright. */
function sourceOf(spec: DataSpec): BatchSource {
  return {
    spec,
    stepsPerEpoch: 4,
    batch: (step) => ({
      x: tf.tidy(() => {
        const coins = tf.round(createRng(1).fork(step).uniform<tf.Rank.R2>([6, 1]));
        return tf.reshape(tf.tile(coins, [1, spec.shape.reduce((a, b) => a * b)]), [6, ...spec.shape]);
      }),
    }),
  };
}

const variants: Record<string, VaeOptions> = {
  'mlp, bernoulli': { spec: image, network: mlp({ hidden: [8, 6], activation: 'tanh' }), latent: 2 },
  'conv, bernoulli': { spec: image, network: conv({ filters: [3, 4], hidden: 8, activation: 'softplus' }), latent: 2, freeBits: 0.1, warmUp: 2 },
  'mlp, gaussian, points': { spec: { shape: [2], domain: 'real' }, network: mlp({ hidden: [8], activation: 'tanh' }), latent: 2 },
  'conv, gaussian, colour': {
    spec: { shape: [4, 4, 3], domain: 'unit' },
    network: conv({ filters: [4], hidden: 8, activation: 'softplus' }),
    likelihood: gaussian(),
    latent: 2,
  },
  'mlp, discretized logistic, series': {
    spec: { shape: [6, 2], domain: { levels: 8 } },
    network: mlp({ hidden: [8], activation: 'softplus' }),
    latent: 2,
    beta: 0.5,
  },
};

const backends = ['simd', 'cpu', 'wasm'];
const cases = backends.flatMap((backend) => Object.entries(variants).map(([name, options]) => [backend, name, options] as const));

describe.each(cases)('%s: %s', (backend, _, options) => {
  beforeAll(async () => void (await tf.setBackend(backend)));
  afterAll(async () => void (await tf.setBackend('simd')));
  const create = () => new Vae(options);
  const rebuild = (config: Parameters<typeof Vae.fromConfig>[0]) => Vae.fromConfig(config);
  const laws = [
    ...modelLaws({ create, rebuild, save: toBytes, load: (bytes) => loadVae(bytes), source: sourceOf(options.spec) }),
    ...samplerLaws({ create, spec: options.spec }),
    ...samplerLaws({ create, spec: options.spec, options: { draw: true } as object }).map((law) => ({ ...law, name: `draws: ${law.name}` })),
  ];
  test.each(laws)('$name', ({ run }) => run());
});

test('training finds two clusters: the bound rises far above that of independent pixels', async () => {
  const vae = new Vae({ spec: image, network: mlp({ hidden: [16] }), latent: 1 });
  await fit(vae, sourceOf(image), { steps: 300, seed: 0, optimizer: adam({ learningRate: 0.03 }) });
  const { x } = await sourceOf(image).batch(1000);
  const elbo = vae.elbo(x, { seed: 0 });
  // All pixels alike: the truth is -ln 2 = -0.7 nats an image; thirty coins of their own would give -20.8.
  const mean = (await elbo.data<'float32'>()).reduce((sum, bound) => sum + bound / 6, 0);
  expect(mean).toBeGreaterThan(-4);
  expect(mean).toBeLessThan(0);
  tf.dispose([x, elbo]);
  vae.dispose();
});

test('500 steps leave as many tensors as one', async () => {
  const vae = new Vae(variants['conv, bernoulli']!);
  const seen = new Set<number>();
  const onReport = () => void seen.add(tf.memory().numTensors);
  await fit(vae, sourceOf(image), { steps: 500, seed: 0, reportEvery: 50, callbacks: { onReport } });
  expect(seen.size).toBe(1);
  vae.dispose();
});

test('the metrics add up to the loss', async () => {
  const vae = new Vae({ spec: image, network: mlp({ hidden: [4] }), beta: 2 });
  const { history } = await fit(vae, sourceOf(image), { steps: 3, seed: 0, reportEvery: 1 });
  for (const { values } of history) {
    expect(values['elbo']).toBeCloseTo(values['elbo/reconstruction']! + 2 * values['elbo/kl']!, 4);
  }
  vae.dispose();
});

test('beta 0 is a weight like any other', async () => {
  const vae = new Vae({ spec: image, network: mlp({ hidden: [4] }), beta: 0 });
  const { history } = await fit(vae, sourceOf(image), { steps: 1, seed: 0 });
  expect(history[0]!.values['elbo']).toBeCloseTo(history[0]!.values['elbo/reconstruction']!, 5);
  vae.dispose();
});

test('decoding means of codes gives reconstructions, and samples are the decoded prior', async () => {
  const vae = new Vae({ spec: image, network: mlp({ hidden: [4] }), latent: 3 });
  const { x } = await sourceOf(image).batch(0);
  const { mean, logVariance } = vae.encode(x);
  const reconstructions = vae.decode(mean);
  expect([mean.shape, logVariance.shape, reconstructions.shape]).toEqual([[6, 3], [6, 3], [6, 5, 6, 1]]);
  const cold = await vae.sample({ count: 2, seed: 0, temperature: 0 });
  const middle = vae.decode(tf.zeros([1, 3]));
  expect([...(await cold.data()).slice(0, 30)]).toEqual([...(await middle.data())]);
  tf.dispose([x, mean, logVariance, reconstructions, cold, middle]);
  vae.dispose();
});

test('a decoder is read out of a whole file, and saves itself alone', async () => {
  const vae = new Vae({ spec: image, network: conv({ filters: [2], hidden: 4 }), latent: 2, seed: 5 });
  const whole = await toBytes(vae);
  const alone = await toBytes(vae.decoder);
  expect(alone.length).toBeLessThan(whole.length);
  const wanted = await vae.sample({ count: 2, seed: 3 });
  for (const bytes of [whole, alone]) {
    const decoder = await loadVaeDecoder(bytes);
    const samples = await decoder.sample({ count: 2, seed: 3 });
    expect(await samples.data()).toEqual(await wanted.data());
    samples.dispose();
    decoder.dispose();
  }
  wanted.dispose();
  vae.dispose();
});

test('a discretized-logistic VAE draws values of the levels', async () => {
  const vae = new Vae(variants['mlp, discretized logistic, series']!);
  const draws = await vae.sample({ count: 5, seed: 0, draw: true });
  expect((await draws.data()).every((value) => Math.abs(value * 7 - Math.round(value * 7)) < 1e-5)).toBe(true);
  draws.dispose();
  vae.dispose();
});

test.each<[string, () => unknown, string]>([
  ['an unknown option', () => new Vae({ spec: image, latentSize: 3 } as never), 'Vae has no option "latentSize"; its options are spec, latent'],
  ['a negative size', () => new Vae({ spec: image, latent: -3 }), 'Vae.latent must be an integer of at least 1, got -3'],
  ['an unknown network option', () => mlp({ hiden: [3] } as never), 'mlp has no option "hiden"; its options are hidden, activation'],
  ['an unknown activation', () => mlp({ activation: 'rellu' as never }), 'mlp.activation must be one of "relu"'],
  ['conv for points', () => new Vae({ spec: { shape: [2], domain: 'real' }, network: conv() }), 'conv needs images'],
  ['bernoulli for real numbers', () => new Vae({ spec: { shape: [2], domain: 'real' }, likelihood: bernoulli() }), 'bernoulli() is for values from 0 to 1, got the domain "real"'],
  ['levels for a density', () => new Vae({ spec: image, likelihood: gaussian() }), 'gaussian() is for the domains real and unit'],
  ['a density for levels', () => new Vae({ spec: { ...image, domain: 'unit' }, likelihood: discretizedLogistic() }), 'is for data in levels, got the domain "unit"'],
])('%s is refused', (_, run, message) => {
  const before = tf.memory().numTensors;
  expect(run).toThrow(GenmodelsError);
  expect(run).toThrow(message);
  expect(tf.memory().numTensors).toBe(before);
});

test('wrong shapes are refused with what was expected', async () => {
  const vae = new Vae({ spec: image, network: mlp({ hidden: [4] }), latent: 2 });
  const wrong = tf.zeros([2, 6, 5, 1]);
  const message = 'x must be a tensor of shape [batch, 5, 6, 1], got float32 [2, 6, 5, 1]';
  expect(() => vae.encode(wrong)).toThrow(message);
  expect(() => vae.elbo(wrong, { seed: 0 })).toThrow(message);
  expect(() => vae.decode(tf.zeros([2, 3]))).toThrow('z must be a tensor of shape [batch, 2]');
  await expect(fit(vae, { ...sourceOf(image), batch: () => ({ x: tf.clone(wrong) }) }, { steps: 1, seed: 0 })).rejects.toThrow(message);
  await expect(save(vae, 'https://example.org/vae')).rejects.toThrow(GenmodelsError);
  vae.dispose();
});
