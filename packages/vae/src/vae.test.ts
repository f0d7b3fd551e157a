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

/** Images that are all dark or all bright, of the classes 0 and 2. */
function sourceOf(spec: DataSpec): BatchSource {
  return {
    spec,
    stepsPerEpoch: 4,
    batch: (step) =>
      tf.tidy(() => {
        const coins = tf.round(createRng(1).fork(step).uniform<tf.Rank.R2>([6, 1]));
        const x = tf.reshape(tf.tile(coins, [1, spec.shape.reduce((a, b) => a * b)]), [6, ...spec.shape]);
        return { x, labels: tf.cast(tf.reshape(tf.mul(coins, 2), [6]), 'int32') as tf.Tensor1D };
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
  'mlp, gaussian, points, importance-weighted': {
    spec: { shape: [2], domain: 'real' },
    network: mlp({ hidden: [8], activation: 'tanh' }),
    latent: 2,
    importanceSamples: 4,
  },
  'mlp, bernoulli, conditional': { spec: image, network: mlp({ hidden: [8], activation: 'tanh' }), latent: 2, classes: 3 },
  'conv, bernoulli, conditional, importance-weighted': {
    spec: image,
    network: conv({ filters: [3], hidden: 8, activation: 'softplus' }),
    latent: 2,
    classes: 3,
    importanceSamples: 3,
    beta: 0.5,
    warmUp: 2,
  },
};

const backends = ['simd', 'cpu', 'wasm'];
const cases = backends.flatMap((backend) => Object.entries(variants).map(([name, options]) => [backend, name, options] as const));

describe.each(cases)('%s: %s', (backend, _, options) => {
  beforeAll(async () => void (await tf.setBackend(backend)));
  afterAll(async () => void (await tf.setBackend('simd')));
  const create = () => new Vae(options);
  const rebuild = (config: Parameters<typeof Vae.fromConfig>[0]) => Vae.fromConfig(config);
  const sampler = { create: () => labelled(create()), spec: options.spec };
  const laws = [
    ...modelLaws({ create, rebuild, save: toBytes, load: (bytes) => loadVae(bytes), source: sourceOf(options.spec) }),
    ...samplerLaws(sampler),
    ...samplerLaws({ ...sampler, options: { draw: true } as object }).map((law) => ({ ...law, name: `draws: ${law.name}` })),
  ];
  test.each(laws)('$name', ({ run }) => run());
});

/** A label for each sample, however many a law asks for, where the model has classes. */
function labelled(vae: Vae) {
  const conditionOf = (count: number) => vae.config.classes > 0 && { condition: { labels: [0, 1, 2, 0, 2].slice(0, count) } };
  return {
    sample: (options: Parameters<Vae['sample']>[0]) => vae.sample({ ...options, ...conditionOf(options.count) }),
    dispose: () => vae.dispose(),
  };
}

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

test('the metrics of several importance samples add up to the loss, and their gain is above 0', async () => {
  const vae = new Vae({ spec: image, network: mlp({ hidden: [4] }), beta: 2, importanceSamples: 5 });
  const { history } = await fit(vae, sourceOf(image), { steps: 3, seed: 0, reportEvery: 1 });
  for (const { values } of history) {
    const { 'elbo/reconstruction': reconstruction, 'elbo/kl': kl, 'elbo/gain': gain } = values;
    expect(gain).toBeGreaterThan(0);
    expect(values['elbo']).toBeCloseTo(reconstruction! + 2 * kl! - gain!, 4);
  }
  vae.dispose();
});

test('a warm-up weighs the ratio of several importance samples too, in training alone', async () => {
  const vae = new Vae({ spec: image, network: mlp({ hidden: [4] }), importanceSamples: 2, beta: 3, warmUp: 4 });
  const [objective] = vae.objectives();
  const batch = await sourceOf(image).batch(0);
  for (const [step, mode, weight] of [[0, 'train', 0], [2, 'train', 1.5], [9, 'train', 3], [0, 'infer', 3]] as const) {
    const { loss, metrics } = tf.tidy(() => ({ ...objective!.loss(batch, createRng(0), { step, mode }) }));
    const [value, reconstruction, kl, gain] = await Promise.all(
      [loss, metrics!['reconstruction']!, metrics!['kl']!, metrics!['gain']!].map(async (scalar) => (await scalar.data<'float32'>())[0]!),
    );
    expect(value).toBeCloseTo(reconstruction! + weight * kl! - gain!, 4);
    tf.dispose([loss, metrics!]);
  }
  tf.dispose([batch.x, batch.labels!]);
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

test('a conditional model draws what the label says, and its decoder alone does too', async () => {
  const vae = new Vae({ spec: image, network: mlp({ hidden: [16] }), latent: 1, classes: 3 });
  await fit(vae, sourceOf(image), { steps: 100, seed: 0, optimizer: adam({ learningRate: 0.03 }) });
  const decoder = await loadVaeDecoder(await toBytes(vae));
  const condition = { labels: [0, 2, 2, 0] };
  for (const model of [vae, decoder]) {
    const samples = await model.sample({ count: 4, seed: 0, condition, batchSize: 2 });
    const brightness = await tf.mean(samples, [1, 2, 3]).data();
    expect([...brightness].map(Math.round)).toEqual([0, 1, 1, 0]);
    samples.dispose();
  }
  const { x, labels } = await sourceOf(image).batch(7);
  const truth = [...(await labels!.data())];
  const bounds = await Promise.all([truth, truth.map((label) => 2 - label)].map(async (labels) => {
    const elbo = vae.elbo(x, { seed: 0, condition: { labels } });
    return (await elbo.data<'float32'>()).reduce((sum, bound) => sum + bound / 6, 0);
  }));
  expect(bounds[0]).toBeGreaterThan(-2); // the label says all that there is to say
  expect(bounds[1]).toBeLessThan(-20);
  tf.dispose([x, labels!]);
  vae.dispose();
  decoder.dispose();
});

test('a label reaches q, so that one image has a posterior for each class', async () => {
  for (const network of [mlp({ hidden: [4], activation: 'tanh' }), conv({ filters: [2], hidden: 4, activation: 'tanh' })]) {
    const vae = new Vae({ spec: image, network, latent: 2, classes: 3 });
    const x = tf.ones([3, ...image.shape]);
    const { mean, logVariance } = vae.encode(x, { labels: [0, 1, 0] });
    const [[first, second, third], [wide]] = [await mean.array(), await logVariance.array()];
    expect(first).toEqual(third);
    expect(first).not.toEqual(second);
    expect(wide).toHaveLength(2);
    tf.dispose([x, mean, logVariance]);
    vae.dispose();
  }
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
  ['free bits of several importance samples', () => new Vae({ spec: image, freeBits: 0.5, importanceSamples: 5 }), 'Vae.freeBits must be 0 with 5 importance samples, got 0.5'],
  ['no importance sample', () => new Vae({ spec: image, importanceSamples: 0 }), 'Vae.importanceSamples must be an integer of at least 1, got 0'],
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

test('missing and wrong labels are refused with what was expected, and leave no tensor', async () => {
  const vae = new Vae({ spec: image, network: mlp({ hidden: [4] }), latent: 2, classes: 3 });
  const [x, z] = [tf.zeros([2, ...image.shape]), tf.zeros<tf.Rank.R2>([2, 2])];
  const before = tf.memory().numTensors;
  const none = 'condition.labels must give one of 3 classes for each of 2 examples, got none';
  expect(() => vae.encode(x)).toThrow(none);
  expect(() => vae.decode(z)).toThrow(none);
  expect(() => vae.decoder.decode(z)).toThrow(none);
  expect(() => vae.elbo(x, { seed: 0 })).toThrow(none);
  await expect(vae.logLikelihood(x, { samples: 2, seed: 0 })).rejects.toThrow(none);
  await expect(vae.sample({ count: 2, seed: 0 })).rejects.toThrow(none);
  await expect(vae.sample({ count: 2, seed: 0, draw: true })).rejects.toThrow(none);
  const few = { condition: { labels: [0] }, seed: 0 };
  const [two, three] = [2, 3].map((count) => `condition.labels must be of ${count} examples, one after another, got 1`);
  expect(() => vae.elbo(x, few)).toThrow(two);
  await expect(vae.logLikelihood(x, { ...few, samples: 2 })).rejects.toThrow(two);
  await expect(vae.sample({ ...few, count: 3, batchSize: 2 })).rejects.toThrow(three);
  expect(() => vae.decode(z, { labels: [0, 3] })).toThrow('labels must be integers from 0 to 2, got 3');
  const unlabelled = { ...sourceOf(image), batch: () => ({ x: tf.zeros([2, ...image.shape]) }) };
  await expect(fit(vae, unlabelled, { steps: 1, seed: 0 })).rejects.toThrow('a batch must bring labels, int32 [2], one of 3 classes an example');
  expect(tf.memory().numTensors).toBe(before);
  const plain = new Vae({ spec: image, network: mlp({ hidden: [4] }), latent: 2 });
  expect(() => plain.encode(x, { labels: [0, 1] })).toThrow('condition.labels must not be given to a model without classes');
  tf.dispose([x, z]);
  for (const model of [vae, plain]) model.dispose();
});
