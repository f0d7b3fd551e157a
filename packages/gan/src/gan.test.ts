import { adam, type BatchSource, createRng, type DataSpec, fit, GenmodelsError, toBytes, trainableVariables } from '@genmodels/core';
import { modelLaws, samplerLaws } from '@genmodels/core/testing';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GanOptions } from './config.ts';
import { Gan } from './gan.ts';
import { loadGan } from './load-gan.ts';
import { hinge } from './losses/hinge.ts';
import { leastSquares } from './losses/least-squares.ts';
import { minimax } from './losses/minimax.ts';
import { nonSaturating } from './losses/non-saturating.ts';
import { wasserstein } from './losses/wasserstein.ts';
import { wassersteinGp } from './losses/wasserstein-gp.ts';
import { dcgan } from './networks/dcgan.ts';
import { mlp } from './networks/mlp.ts';
import { resnet } from './networks/resnet.ts';

const points: DataSpec = { shape: [2], domain: 'real' };
const image: DataSpec = { shape: [9, 8, 1], domain: 'unit' };
const smooth = mlp({ hidden: [8, 6], activation: 'tanh' });
const conv = dcgan({ width: 3, layers: 2 });

/** Two kinds of examples, small values and large ones, with their labels. Real numbers are wide enough to leave the margins of a hinge. */
function sourceOf(spec: DataSpec): BatchSource {
  const width = spec.domain === 'real' ? 10 : 1;
  return {
    spec,
    stepsPerEpoch: 4,
    batch: (step) =>
      tf.tidy(() => {
        const rng = createRng(1).fork(step);
        const coins = tf.round(rng.uniform<tf.Rank.R2>([6, 1]));
        const size = spec.shape.reduce((a, b) => a * b);
        const x = tf.add(tf.mul(coins, 0.6), tf.mul(rng.uniform([6, size]), 0.3));
        return { x: tf.mul(tf.reshape(x, [6, ...spec.shape]), width), labels: tf.cast(tf.reshape(coins, [6]), 'int32') as tf.Tensor1D };
      }),
  };
}

const variants: Record<string, GanOptions> = {
  'points, non-saturating': { spec: points, network: smooth, latent: 2 },
  'points, minimax, smooth labels, noise': {
    spec: points,
    network: smooth,
    latent: 2,
    loss: minimax({ labelSmoothing: 0.1 }),
    instanceNoise: 0.1,
    noiseSteps: 4,
  },
  'points, hinge': { spec: points, network: mlp({ hidden: [8], activation: 'softplus' }), latent: 2, loss: hinge(), seed: 1 },
  'series, gradient penalty': { spec: { shape: [4, 2], domain: 'real' }, network: smooth, latent: 3, loss: wassersteinGp() },
  'images, dcgan, least squares': { spec: image, network: conv, latent: 3, loss: leastSquares() },
  'images, dcgan with classes, gradient penalty, R1': {
    spec: image,
    network: conv,
    latent: 3,
    classes: 2,
    loss: wassersteinGp({ weight: 1 }),
    discriminatorSteps: 2,
    r1: 1,
  },
  'images, dcgan, spectral norm, augmented': {
    spec: image,
    network: conv,
    latent: 3,
    classes: 2,
    spectralNorm: true,
    augmentations: ['color', 'translation', 'cutout'],
  },
  'colour, resnet, wasserstein': {
    spec: { shape: [8, 8, 3], domain: { levels: 256 } },
    network: resnet({ width: 4 }),
    latent: 3,
    loss: wasserstein({ clip: 0.1 }),
    discriminatorSteps: 2,
  },
};

const all = Object.entries(variants);
const others = ['points, hinge', 'images, dcgan with classes, gradient penalty, R1'];
const cases = [
  ...all.map(([name, options]) => ['simd', name, options] as const),
  ...['cpu', 'wasm'].flatMap((backend) => others.map((name) => [backend, name, variants[name]!] as const)),
];

describe.each(cases)('%s: %s', (backend, _, options) => {
  beforeAll(async () => void (await tf.setBackend(backend)));
  afterAll(async () => void (await tf.setBackend('simd')));
  const create = () => new Gan(options);
  const rebuild = (config: Parameters<typeof Gan.fromConfig>[0]) => Gan.fromConfig(config);
  const source = sourceOf(options.spec);
  const given = options.classes ? { condition: { labels: [0, 1, 1, 0, 1] } } : {};
  const sampler = {
    create: () => withLabels(create(), given),
    spec: options.spec,
  };
  test.each([
    ...modelLaws({ create, rebuild, save: toBytes, load: (bytes) => loadGan(bytes), source }),
    ...samplerLaws(sampler),
    ...samplerLaws({ ...sampler, options: { truncation: 1 } as object }).map((law) => ({ ...law, name: `truncated: ${law.name}` })),
  ])('$name', ({ run }) => run());
});

/** A label for each sample, however many a law asks for. */
function withLabels(gan: Gan, { condition }: { readonly condition?: { readonly labels: readonly number[] } }) {
  return {
    sample: (options: Parameters<Gan['sample']>[0]) =>
      gan.sample({ ...options, ...(condition && { condition: { labels: condition.labels.slice(0, options.count) } }) }),
    dispose: () => gan.dispose(),
  };
}

test('training moves the samples to the data', async () => {
  const normal: BatchSource = { spec: { shape: [1], domain: 'real' }, batch: (step) => ({ x: tf.tidy(() => tf.add(tf.mul(createRng(9).fork(step).normal([64, 1]), 0.5), 3)) }) };
  const gan = new Gan({ spec: normal.spec, network: mlp({ hidden: [16] }), latent: 2 });
  await fit(gan, normal, { steps: 200, seed: 0, optimizer: adam({ learningRate: 5e-3, beta1: 0.5 }) });
  const samples = await gan.sample({ count: 500, seed: 0 });
  const values = [...(await samples.data())];
  const mean = values.reduce((sum, value) => sum + value / 500, 0);
  expect(Math.abs(mean - 3)).toBeLessThan(0.5);
  samples.dispose();
  gan.dispose();
});

test('real and generated examples are normalised apart: the real scores do not hear of the generated ones', async () => {
  const gan = new Gan({ spec: image, network: conv, latent: 3 });
  const batch = await sourceOf(image).batch(0);
  const [discriminator] = gan.objectives();
  const values = await Promise.all(
    [0, 1].map(async (seed) => {
      const { metrics } = tf.tidy(() => ({ ...discriminator!.loss(batch, createRng(seed), { step: 0, mode: 'train' }) }));
      return [(await metrics!['realScore']!.data())[0], (await metrics!['fakeScore']!.data())[0]];
    }),
  );
  expect(values[0]![0]).toBe(values[1]![0]);
  expect(values[0]![1]).not.toBe(values[1]![1]);
});

test('the generator step computes no gradient of a discriminator weight', async () => {
  for (const options of Object.values(variants)) {
    const gan = new Gan(options);
    const batch = await sourceOf(options.spec).batch(0);
    const [, generator] = gan.objectives();
    const kernels = async (variables: readonly tf.Variable[]): Promise<number> => {
      const loss = () => generator!.loss(batch, createRng(0), { step: 0, mode: 'train' }).loss;
      const { kernels } = await tf.profile(() => tf.tidy(() => void tf.engine().gradients(loss, [...variables], undefined, true)));
      return kernels.length;
    };
    const weights = trainableVariables(gan.discriminator.network);
    const [alone, ...more] = [await kernels(generator!.variables), await kernels([...generator!.variables, weights[0]!])];
    // One weight's gradient more is at least one kernel more, so the count alone tells that none was computed.
    expect(more[0], JSON.stringify(gan.config.network)).toBeGreaterThan(alone);
    gan.dispose();
    tf.dispose([batch.x, batch.labels!]);
  }
});

test('a discriminator is updated k times a step, each time with a fresh batch', async () => {
  const gan = new Gan({ spec: points, network: smooth, loss: wasserstein() });
  expect(gan.config.discriminatorSteps).toBe(5);
  const asked: number[] = [];
  const source = sourceOf(points);
  await fit(gan, { ...source, batch: (step) => (asked.push(step), source.batch(step)) }, { steps: 2, seed: 0 });
  expect(asked).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  gan.dispose();
});

test('clipping bounds every weight of the critic after each update', async () => {
  const gan = new Gan({ spec: points, network: smooth, loss: wasserstein({ clip: 0.05 }) });
  await fit(gan, sourceOf(points), { steps: 1, seed: 0 });
  const weights = await Promise.all(trainableVariables(gan.discriminator).map((weight) => weight.data()));
  expect(Math.max(...weights.flatMap((values) => [...values].map(Math.abs)))).toBeCloseTo(0.05, 6);
  gan.dispose();
});

test('the history tells of scores, accuracies, gradients, penalty and diversity', async () => {
  const gan = new Gan({ spec: points, network: smooth, loss: wassersteinGp() });
  const { history } = await fit(gan, sourceOf(points), { steps: 1, seed: 0 });
  expect(Object.keys(history[0]!.values).sort()).toEqual([
    'discriminator', 'discriminator/fakeAccuracy', 'discriminator/fakeScore', 'discriminator/gradientNorm', 'discriminator/penalty',
    'discriminator/realAccuracy', 'discriminator/realScore', 'generator', 'generator/diversity', 'generator/gradientNorm',
  ]);
  gan.dispose();
});

test('classes change what is generated and how it is scored', async () => {
  const gan = new Gan({ spec: image, network: conv, latent: 3, classes: 2 });
  const z = tf.zeros<tf.Rank.R2>([2, 3]);
  const images = gan.generate(z, { labels: [0, 1] });
  const scores = [gan.score(images, { labels: [0, 0] }), gan.score(images, { labels: [0, 1] })];
  const [first, second] = [...(await tf.unstack(images)[0]!.data()), 0].slice(0, 5).map((value, i) => [value, images.dataSync()[72 + i]]) as [number[], number[]];
  expect(first[0]).not.toBe(first[1]);
  expect(second).toHaveLength(2);
  const [same, other] = await Promise.all(scores.map((score) => score.data()));
  expect(same![0]).toBe(other![0]);
  expect(same![1]).not.toBe(other![1]);
  gan.dispose();
});

test('noise and augmentation stand before the discriminator while it learns, not when it is validated; noise fades out', async () => {
  const noisy = new Gan({ spec: points, network: smooth, latent: 2, instanceNoise: 1, noiseSteps: 10 });
  const plain = new Gan({ spec: points, network: smooth, latent: 2 });
  const batch = await sourceOf(points).batch(0);
  const lossAt = async (gan: Gan, step: number, mode: 'train' | 'infer') => {
    const loss = tf.tidy(() => gan.objectives()[0]!.loss(batch, createRng(0), { step, mode }).loss);
    return (await loss.data())[0];
  };
  const wanted = await lossAt(plain, 0, 'train');
  expect(await lossAt(noisy, 0, 'train')).not.toBe(wanted);
  expect(await lossAt(noisy, 10, 'train')).toBe(wanted);
  expect(await lossAt(noisy, 0, 'infer')).toBe(wanted);
});

test('each player can have an optimizer of its own', async () => {
  const gan = new Gan({ spec: points, network: smooth, latent: 2 });
  const before = await gan.generator.network.apply(tf.ones([1, 2]), 'infer').data();
  const optimizer = { discriminator: adam({ learningRate: 1e-2 }), generator: adam({ learningRate: 1e-12 }) };
  await fit(gan, sourceOf(points), { steps: 2, seed: 0, optimizer });
  const after = await gan.generator.network.apply(tf.ones([1, 2]), 'infer').data();
  after.forEach((value, i) => expect(value).toBeCloseTo(before[i]!, 6));
  gan.dispose();
});

test.each<[string, () => unknown, string]>([
  ['an unknown option', () => new Gan({ spec: points, latentSize: 3 } as never), 'Gan has no option "latentSize"; its options are spec, latent'],
  ['no step of the discriminator', () => new Gan({ spec: points, discriminatorSteps: 0 }), 'Gan.discriminatorSteps must be an integer of at least 1, got 0'],
  ['dcgan for points', () => new Gan({ spec: points, network: dcgan() }), 'dcgan needs images'],
  ['augmented points', () => new Gan({ spec: points, augmentations: ['cutout'] }), 'augmentations'],
  ['a smoothing above a half', () => nonSaturating({ labelSmoothing: 0.7 }), 'nonSaturating.labelSmoothing must be a finite number of at least 0 and of at most 0.5, got 0.7'],
  ['clipping to nothing', () => wasserstein({ clip: 0 }), 'wasserstein.clip must be a finite number above 0, got 0'],
])('%s is refused', (_, run, message) => {
  const before = tf.memory().numTensors;
  expect(run).toThrow(GenmodelsError);
  expect(run).toThrow(message);
  expect(tf.memory().numTensors).toBe(before);
});

test('wrong shapes and labels are refused with what was expected', async () => {
  const gan = new Gan({ spec: points, network: smooth, latent: 2, classes: 3 });
  const [x, z] = [tf.zeros<tf.Rank.R2>([2, 2]), tf.zeros<tf.Rank.R2>([2, 2])];
  expect(() => gan.score(tf.zeros([2, 3]), { labels: [0, 1] })).toThrow('x must be a tensor of shape [batch, 2], got float32 [2, 3]');
  expect(() => gan.generate(tf.zeros([2, 3]), { labels: [0, 1] })).toThrow('z must be a tensor of shape [batch, 2]');
  expect(() => gan.generate(z)).toThrow('condition.labels must give one of 3 classes for each of 2 examples, got none');
  expect(() => gan.generate(z, { labels: [0, 3] })).toThrow('labels must be integers from 0 to 2, got 3');
  expect(() => gan.score(x, { labels: [0] })).toThrow('condition.labels must be of 2 examples, one after another, got 1');
  await expect(gan.sample({ count: 2, seed: 0, condition: { labels: [0] } })).rejects.toThrow('condition.labels must be of 2 examples');
  await expect(gan.sample({ count: 2, seed: 0, condition: { labels: [0, 0] }, truncation: 0 })).rejects.toThrow('truncation must be a number above 0, got 0');
  const unlabelled = { ...sourceOf(points), batch: () => ({ x: tf.zeros([2, 2]) }) };
  await expect(fit(gan, unlabelled, { steps: 1, seed: 0 })).rejects.toThrow('a batch must bring labels, int32 [2], one of 3 classes an example');
  gan.dispose();
});
