import { adam, type BatchSource, createRng, type DataSpec, fit, sizeOf } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { afterEach, expect, test } from 'vitest';
import type { VaeOptions } from '../config.ts';
import { defineLikelihood } from '../likelihood.ts';
import { bernoulli } from '../likelihoods/bernoulli.ts';
import { discretizedLogistic } from '../likelihoods/discretized-logistic.ts';
import { conv } from '../networks/conv.ts';
import { mlp } from '../networks/mlp.ts';
import { Vae } from '../vae.ts';
import { type CompressOptions, compress } from './compress.ts';
import { decompress } from './decompress.ts';
import { headerBytes } from './header.ts';
import { defineCoding } from './level-coding.ts';

const network = mlp({ hidden: [8] });
const binary: DataSpec = { shape: [4, 5, 1], domain: 'binary' };
const colours: DataSpec = { shape: [2, 3, 3], domain: { levels: 256 } };

/** Levels that have nothing to do with each other. */
function noise({ shape, domain }: DataSpec, count: number): tf.Tensor {
  const levels = typeof domain === 'object' ? domain.levels : 2;
  const uniforms = createRng(0).fillUniform(new Float32Array(count * sizeOf(shape)));
  return tf.tensor(uniforms.map((u) => Math.floor(u * levels) / (levels - 1)), [count, ...shape]);
}

async function roundTrip(vae: Vae, images: tf.Tensor, options: CompressOptions = {}): Promise<Uint8Array> {
  const bytes = await compress(vae, images, options);
  const back = await decompress(vae, bytes, options);
  expect(back.shape).toEqual(images.shape);
  expect(await back.data()).toEqual(await images.data());
  back.dispose();
  return bytes;
}

afterEach(async () => void (await tf.setBackend('simd')));

const models: readonly [name: string, VaeOptions][] = [
  ['black and white, mlp', { spec: binary, network, latent: 3 }],
  ['black and white, conv', { spec: { shape: [6, 4, 1], domain: 'binary' }, network: conv({ filters: [3], hidden: 6 }), latent: 2 }],
  ['5 levels', { spec: { shape: [3, 4, 1], domain: { levels: 5 } }, network, latent: 2 }],
  ['colours of 256 levels', { spec: colours, network, latent: 4 }],
  ['colours, each of its own scale', { spec: colours, network, likelihood: discretizedLogistic({ scale: 'value' }), latent: 4 }],
  ['a series', { spec: { shape: [6, 2], domain: { levels: 8 } }, network, latent: 2 }],
];

test.each(models)('%s: from an untrained model, what comes back is bit-equal, on every backend', async (_, options) => {
  const images = noise(options.spec, 7);
  const tensors = tf.memory().numTensors;
  for (const backend of ['simd', 'cpu', 'wasm']) {
    await tf.setBackend(backend);
    const vae = new Vae(options);
    await roundTrip(vae, images);
    vae.dispose();
    expect(tf.memory().numTensors).toBe(tensors);
  }
  images.dispose();
});

/** Images that are mostly dark or mostly bright: every tenth pixel is not like the others. */
function twoTones(count: number, seed: number): tf.Tensor {
  return tf.tidy(() => {
    const rng = createRng(seed);
    const tones = tf.round(rng.uniform<tf.Rank.R4>([count, 1, 1, 1]));
    const flips = tf.cast(tf.less(rng.uniform<tf.Rank.R4>([count, 4, 5, 1]), 0.1), 'float32');
    return tf.abs(tf.sub(tones, flips));
  });
}

/** In bits, of all examples, averaged over some draws of z. */
async function negativeElbo(vae: Vae, images: tf.Tensor, draws = 20): Promise<number> {
  let nats = 0;
  for (let seed = 0; seed < draws; seed++) {
    const elbo = vae.elbo(images, { seed });
    nats -= (await elbo.data<'float32'>()).reduce((sum, value) => sum + value, 0) / draws;
    elbo.dispose();
  }
  return nats / Math.LN2;
}

test('a trained model takes its negative ELBO, to 3 %, and 14 bits a latent dimension', async () => {
  const latent = 2;
  const vae = new Vae({ spec: binary, network: mlp({ hidden: [16] }), latent });
  const source: BatchSource = { spec: binary, batch: (step) => ({ x: twoTones(32, step) }) };
  await fit(vae, source, { steps: 200, seed: 0, optimizer: adam({ learningRate: 0.02 }) });
  const images = twoTones(300, 1e6);
  const wanted = await negativeElbo(vae, images);
  expect(wanted / 300).toBeLessThan(13); // bits an image: one for its tone and 9.4 for its pixels at best; 20 untrained
  const coded = 8 * ((await roundTrip(vae, images)).length - headerBytes);
  expect(coded).toBeGreaterThan(0.97 * wanted);
  expect(coded).toBeLessThan(1.03 * wanted + 14 * latent + 56);
  images.dispose();
  vae.dispose();
});

test('the same seed gives the same bytes, another one others', async () => {
  const vae = new Vae({ spec: binary, network, latent: 3 });
  const images = noise(binary, 4);
  const bytes = await roundTrip(vae, images, { seed: 5 });
  expect(await compress(vae, images, { seed: 5 })).toEqual(bytes);
  expect(await roundTrip(vae, images, { seed: 2 ** 53 - 1 })).not.toEqual(bytes);
  images.dispose();
  vae.dispose();
});

test('a conditional model needs the classes that it was given', async () => {
  const vae = new Vae({ spec: binary, network, latent: 2, classes: 3 });
  const images = noise(binary, 3);
  const labels = [2, 0, 1];
  const bytes = await roundTrip(vae, images, { condition: { labels } });
  const tensors = tf.memory().numTensors;
  const others = decompress(vae, bytes, { condition: { labels: [2, 0, 0] } });
  await expect(others).rejects.toThrow('[genmodels/incompatible-file] the condition must have the fingerprint');
  await expect(decompress(vae, bytes)).rejects.toThrow('condition.labels must give one of 3 classes for each of 3 examples, got none');
  await expect(compress(vae, images, { condition: { labels: [2, 0, 3] } })).rejects.toThrow('labels must be integers from 0 to 2, got 3');
  expect(tf.memory().numTensors).toBe(tensors);
  images.dispose();
  vae.dispose();
});

test('a likelihood of your own, by its coding', async () => {
  const fair = defineLikelihood('fair', {
    output: ({ shape }) => ({ shape, mean: (parameters) => tf.fill(parameters.shape, 0.5) }),
    logProb: (x) => tf.fill([x.shape[0]!], -20 * Math.LN2),
    draw: (parameters, _, rng) => tf.round(rng.uniform(parameters.shape as [number])),
  });
  const coins = defineCoding('fair', { coding: () => ({ levels: 2, cdf: () => () => 0.5 }) });
  const vae = new Vae({ spec: binary, network, latent: 2, likelihood: fair() });
  const images = noise(binary, 5);
  await expect(compress(vae, images)).rejects.toThrow('got fair: densities cannot be coded; for a discrete likelihood of your own, give its coding');
  await roundTrip(vae, images, { codings: [coins] });
  images.dispose();
  vae.dispose();
});

test('no image at all takes the six bytes of an empty stack', async () => {
  const vae = new Vae({ spec: binary, network, latent: 3 });
  const none = tf.zeros([0, ...binary.shape]);
  expect(await roundTrip(vae, none)).toHaveLength(headerBytes + 6);
  none.dispose();
  vae.dispose();
});

test('progress, and an end between two images', async () => {
  const vae = new Vae({ spec: binary, network, latent: 3 });
  const images = noise(binary, 3);
  const done: number[] = [];
  const onProgress = (count: number) => void done.push(count);
  const bytes = await roundTrip(vae, images, { onProgress });
  expect(done).toEqual([1, 2, 3, 1, 2, 3]);
  const tensors = tf.memory().numTensors;
  const stop = () => {
    const controller = new AbortController();
    return { signal: controller.signal, onProgress: (count: number) => count === 2 && controller.abort(new Error('enough')) };
  };
  await expect(compress(vae, images, stop() as CompressOptions)).rejects.toThrow('enough');
  await expect(decompress(vae, bytes, stop() as CompressOptions)).rejects.toThrow('enough');
  expect(tf.memory().numTensors).toBe(tensors);
  images.dispose();
  vae.dispose();
});

test.each<[string, VaeOptions, readonly number[], string]>([
  ['images of another shape', { spec: binary }, [2, 4, 4, 1], '[genmodels/invalid-shape] images must be a tensor of shape [batch, 4, 5, 1]'],
  ['values between levels', { spec: binary }, [2, 4, 5, 1], '[genmodels/invalid-value] images must hold the float32 values k / 1 for k = 0 to 1, got 0.25'],
  ['a density', { spec: { shape: [2], domain: 'real' } }, [2, 2], '[genmodels/invalid-argument] the model must have a likelihood of bernoulli or discretizedLogistic, got gaussian: densities cannot be coded'],
  ['grey levels as coins', { spec: { shape: [2], domain: 'unit' }, likelihood: bernoulli() }, [2, 2], '[genmodels/invalid-argument] bernoulli() gives probabilities to binary data alone, got the domain "unit"'],
])('%s: an error', async (_, options, shape, message) => {
  const vae = new Vae({ network, ...options });
  const images = tf.fill([...shape], 0.25);
  await expect(compress(vae, images)).rejects.toThrow(message);
  images.dispose();
  vae.dispose();
});
