import { type Batch, type BatchSource, createRng, type DataSpec, fit, GenmodelsError, toBytes, trainableVariables } from '@genmodels/core';
import { modelLaws, samplerLaws } from '@genmodels/core/testing';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { discretizedLogistic } from '../likelihoods/discretized-logistic.ts';
import { conv } from '../networks/conv.ts';
import { mlp } from '../networks/mlp.ts';
import { AdversarialAutoencoder } from './adversarial-autoencoder.ts';
import type { AdversarialAutoencoderOptions } from './config.ts';
import { loadAdversarialAutoencoder } from './load-adversarial-autoencoder.ts';

const image: DataSpec = { shape: [5, 6, 1], domain: 'unit' };
const smooth = mlp({ hidden: [8], activation: 'tanh' });
const tiny = { latent: 2, hidden: [6] };

/** Noise, a class at random for each example, and two labelled examples of each class beside them. */
function sourceOf(spec: DataSpec): BatchSource {
  const draw = (count: number, labels: readonly number[], seed: number): Batch => ({
    x: createRng(seed).uniform([count, ...spec.shape] as [number]),
    labels: tf.tensor1d([...labels], 'int32'),
  });
  return {
    spec,
    stepsPerEpoch: 4,
    batch: (step) => ({ ...draw(6, [0, 1, 2, 0, 1, 2], step), labelled: draw(4, [2, 0, 1, 2], step + 100) }),
  };
}

const variants: Record<string, AdversarialAutoencoderOptions> = {
  'unsupervised, points': { spec: { shape: [2], domain: 'real' }, network: smooth, ...tiny },
  'conditional, images': {
    spec: image,
    network: conv({ filters: [3, 4], hidden: 8, activation: 'softplus' }),
    ...tiny,
    classes: 3,
    inputNoise: 0.3,
    codeNoise: 0,
  },
  'semi-supervised, series': {
    spec: { shape: [6, 2], domain: { levels: 8 } },
    network: smooth,
    likelihood: discretizedLogistic(),
    ...tiny,
    classes: 3,
    semiSupervised: true,
  },
};
const semiSupervised = { spec: image, network: smooth, ...tiny, classes: 3, semiSupervised: true };
const backends = ['simd', 'cpu', 'wasm'];
const cases = backends.flatMap((backend) => Object.entries(variants).map(([name, options]) => [backend, name, options] as const));

describe.each(cases)('%s: %s', (backend, _, options) => {
  beforeAll(async () => void (await tf.setBackend(backend)));
  afterAll(async () => void (await tf.setBackend('simd')));
  const create = () => new AdversarialAutoencoder(options);
  const laws = [
    ...modelLaws({
      create,
      rebuild: (config) => AdversarialAutoencoder.fromConfig(config),
      save: toBytes,
      load: (bytes) => loadAdversarialAutoencoder(bytes),
      source: sourceOf(options.spec),
    }),
    ...samplerLaws({ create: () => withLabels(create()), spec: options.spec }),
  ];
  test.each(laws)('$name', ({ run }) => run());
});

/** A label for each sample, however many a law asks for, where the model has classes. */
function withLabels(model: AdversarialAutoencoder) {
  const conditionOf = (count: number) => model.config.classes > 0 && { condition: { labels: [0, 1, 2, 0, 2].slice(0, count) } };
  return {
    sample: (options: Parameters<AdversarialAutoencoder['sample']>[0]) => model.sample({ ...options, ...conditionOf(options.count) }),
    dispose: () => model.dispose(),
  };
}

/** The values of a tensor, which it disposes. */
async function read(tensor: tf.Tensor): Promise<number[]> {
  const values = [...(await tensor.data())];
  tensor.dispose();
  return values;
}

describe('phases', () => {
  test('come in the order of the paper, and tell how the games stand', async () => {
    const model = new AdversarialAutoencoder(semiSupervised);
    const { history } = await fit(model, sourceOf(image), { steps: 1, seed: 0 });
    expect(Object.keys(history[0]!.values)).toEqual([
      'reconstruction', 'discriminator', 'discriminator/zRealAccuracy', 'discriminator/zFakeAccuracy',
      'discriminator/yRealAccuracy', 'discriminator/yFakeAccuracy', 'generator', 'generator/secondMoment', 'generator/certainty',
      'classification', 'classification/accuracy',
    ]);
    model.dispose();
  });

  test('the encoder learns in all but one, the decoder and the discriminators in one each', () => {
    const model = new AdversarialAutoencoder(semiSupervised);
    const phases = Object.fromEntries(model.objectives().map(({ name, variables }) => [name, new Set(variables)]));
    const { encoder, code, classHead, decoder, discriminator, classDiscriminator } = model;
    const learnsIn = (module: object) => {
      const [first] = trainableVariables(module);
      return Object.keys(phases).filter((name) => phases[name]!.has(first!));
    };
    expect([encoder, code, classHead!, decoder, discriminator, classDiscriminator!].map(learnsIn)).toEqual([
      ['reconstruction', 'generator', 'classification'], ['reconstruction', 'generator'], ['reconstruction', 'generator', 'classification'],
      ['reconstruction'], ['discriminator'], ['discriminator'],
    ]);
    model.dispose();
  });

  test('the generator computes no gradient of a discriminator weight', async () => {
    const model = new AdversarialAutoencoder(semiSupervised);
    const batch = await sourceOf(image).batch(0);
    const generator = model.objectives()[2]!;
    const countKernels = async (variables: readonly tf.Variable[]): Promise<number> => {
      const loss = () => generator.loss(batch, createRng(0), { step: 0, mode: 'train' }).loss;
      const { kernels } = await tf.profile(() => tf.tidy(() => void tf.engine().gradients(loss, [...variables], undefined, true)));
      return kernels.length;
    };
    // One weight's gradient more is at least one kernel more, so the count alone tells that none was computed.
    expect(await countKernels([...generator.variables, model.discriminator.output.kernel])).toBeGreaterThan(await countKernels(generator.variables));
    model.dispose();
  });

  test('the discriminator tells codes from draws: half of them by chance, all where they lie apart', async () => {
    const model = new AdversarialAutoencoder({ ...semiSupervised, codeNoise: 0 });
    const { x } = await sourceOf(image).batch(0);
    const [, phase] = model.objectives();
    const { output } = model.discriminator;
    output.kernel.assign(tf.zeros(output.kernel.shape));
    const accuracies = async (bias: number) => {
      output.bias!.assign(tf.tensor1d([bias]));
      const told = tf.tidy(() => phase!.loss({ x }, createRng(0), { step: 0, mode: 'infer' }).metrics!);
      return [...(await read(told['zRealAccuracy']!)), ...(await read(told['zFakeAccuracy']!))];
    };
    expect(await accuracies(1)).toEqual([1, 0]); // takes all for draws
    expect(await accuracies(-1)).toEqual([0, 1]); // takes all for codes
    x.dispose();
    model.dispose();
  });

  test('noise is for training alone', async () => {
    const [noisy, plain] = [0.5, 0].map((noise) => new AdversarialAutoencoder({ ...semiSupervised, inputNoise: noise, codeNoise: noise }));
    const batch = await sourceOf(image).batch(0);
    const lossesOf = (model: AdversarialAutoencoder, mode: 'train' | 'infer') =>
      Promise.all(model.objectives().map(({ loss }) => read(tf.tidy(() => loss(batch, createRng(0), { step: 0, mode }).loss))));
    expect(await lossesOf(noisy!, 'infer')).toEqual(await lossesOf(plain!, 'infer'));
    const [with05, without] = [await lossesOf(noisy!, 'train'), await lossesOf(plain!, 'train')];
    with05.forEach((loss, i) => expect(loss).not.toEqual(without[i]));
    for (const model of [noisy!, plain!]) model.dispose();
  });
});

describe('codes and classes', () => {
  test('codes, classes and reconstructions have their shapes, and probabilities add up to 1', async () => {
    const model = new AdversarialAutoencoder(semiSupervised);
    const { x } = await sourceOf(image).batch(0);
    const before = tf.memory().numTensors;
    const [z, y, own, told] = [model.encode(x), model.classify(x), model.reconstruct(x), model.reconstruct(x, { labels: [0, 0, 0, 1, 1, 2] })];
    expect([z.shape, y.shape, own.shape, told.shape]).toEqual([[6, 2], [6, 3], [6, 5, 6, 1], [6, 5, 6, 1]]);
    for (const sum of await read(tf.sum(y, 1))) expect(sum).toBeCloseTo(1, 6);
    expect(await read(tf.sub(told, model.decode(z, { labels: [0, 0, 0, 1, 1, 2] })))).toEqual(new Array(180).fill(0));
    expect(await own.data()).not.toEqual(await told.data());
    tf.dispose([z, y, own, told]);
    expect(tf.memory().numTensors).toBe(before + 1); // the decoded ones of the difference above
    model.dispose();
  });

  test('a batch in training needs labelled examples of its own, one in validation is judged by its labels', async () => {
    const model = new AdversarialAutoencoder(semiSupervised);
    const { labelled, ...plain } = (await sourceOf(image).batch(0)) as Required<Batch>;
    const lossOf = (batch: Batch, mode: 'train' | 'infer') => () =>
      read(tf.tidy(() => model.objectives()[3]!.loss(batch, createRng(0), { step: 0, mode }).loss));
    expect(lossOf(plain, 'train')).toThrow(
      'a semi-supervised model learns classes from a second batch beside the first: let the source give `{ x, labelled: { x, labels } }`, got no `labelled`',
    );
    expect(await lossOf(plain, 'infer')()).toEqual(await lossOf({ x: plain.x, labelled: plain }, 'infer')());
    expect(lossOf({ x: plain.x, labelled: { x: labelled.x } }, 'train')).toThrow('a batch must bring labels, int32 [4], one of 3 classes an example');
    expect(lossOf({ x: plain.x, labelled: { x: tf.zeros([2, 3]) } }, 'train')).toThrow('labelled.x must be a tensor of shape [batch, 5, 6, 1]');
    model.dispose();
  });

  test('classes are found by a semi-supervised model alone', () => {
    const model = new AdversarialAutoencoder({ spec: image, network: smooth, ...tiny, classes: 3 });
    const x = tf.zeros([2, 5, 6, 1]);
    expect(() => model.classify(x)).toThrow('classify() needs a model that finds classes itself: build it with `classes` and `semiSupervised: true`');
    expect(() => model.reconstruct(x)).toThrow('condition.labels must give one of 3 classes for each of 2 examples, got none');
    model.dispose();
  });
});

test.each<[string, () => unknown, string]>([
  ['an unknown option', () => new AdversarialAutoencoder({ spec: image, beta: 3 } as never), 'AdversarialAutoencoder has no option "beta"; its options are spec, latent'],
  ['classes that are not there', () => new AdversarialAutoencoder({ spec: image, semiSupervised: true }), 'AdversarialAutoencoder.classes must be at least 2 where semiSupervised is true, got 0'],
  ['a discriminator without width', () => new AdversarialAutoencoder({ spec: image, hidden: [0] }), 'AdversarialAutoencoder.hidden[0] must be an integer of at least 1, got 0'],
  ['conv for points', () => new AdversarialAutoencoder({ spec: { shape: [2], domain: 'real' }, network: conv() }), 'conv needs images'],
])('%s is refused', (_, run, message) => {
  const before = tf.memory().numTensors;
  expect(run).toThrow(GenmodelsError);
  expect(run).toThrow(message);
  expect(tf.memory().numTensors).toBe(before);
});

test('wrong shapes are refused with what was expected', () => {
  const model = new AdversarialAutoencoder(semiSupervised);
  const wrong = tf.zeros([2, 6, 5, 1]);
  const message = 'x must be a tensor of shape [batch, 5, 6, 1], got float32 [2, 6, 5, 1]';
  for (const use of [model.encode, model.classify, model.reconstruct]) expect(() => use.call(model, wrong)).toThrow(message);
  expect(() => model.decode(tf.zeros([2, 3]))).toThrow('z must be a tensor of shape [batch, 2]');
  model.dispose();
});
