import {
  adam,
  type BatchSource,
  createRng,
  type DataSpec,
  fit,
  GenmodelsError,
  namedVariables,
  type Objective,
  registerGradients,
  toBytes,
  valueAndGradients,
} from '@genmodels/core';
import { modelLaws } from '@genmodels/core/testing';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gaussian } from '../likelihoods/gaussian.ts';
import type { VqVaeOptions } from './config.ts';
import { loadVqVae } from './load-vq-vae.ts';
import { defineVqNetwork } from './network.ts';
import { residual } from './networks/residual.ts';
import { VqVae } from './vq-vae.ts';

const image: DataSpec = { shape: [5, 6, 1], domain: 'binary' };
const tiny = { entries: 6, dimensions: 3 };

function sourceOf(spec: DataSpec): BatchSource {
  return {
    spec,
    stepsPerEpoch: 4,
    batch: (step) => ({ x: tf.tidy(() => tf.round(createRng(1).fork(step).uniform([4, ...spec.shape] as [number]))) }),
  };
}

const variants: Record<string, VqVaeOptions> = {
  'bernoulli, restarts at once': { spec: image, ...tiny, network: residual({ width: 4, blocks: 1 }), decay: 0.5, deadBelow: 0.9 },
  'gaussian, colour': {
    spec: { shape: [4, 4, 3], domain: 'unit' },
    ...tiny,
    network: residual({ width: 4, layers: 1 }),
    likelihood: gaussian(),
    restarts: false,
  },
};
const backends = ['simd', 'cpu', 'wasm'];
const cases = backends.flatMap((backend) => Object.entries(variants).map(([name, options]) => [backend, name, options] as const));

describe.each(cases)('%s: %s', (backend, _, options) => {
  beforeAll(async () => void (await tf.setBackend(backend)));
  afterAll(async () => void (await tf.setBackend('simd')));
  const laws = modelLaws({
    create: () => new VqVae(options),
    rebuild: (config) => VqVae.fromConfig(config),
    save: toBytes,
    load: (bytes) => loadVqVae(bytes),
    source: sourceOf(options.spec),
  });
  test.each(laws)('$name', ({ run }) => run());
});

const shallow = residual({ width: 4, layers: 1, blocks: 0 });

function objectiveOf(model: VqVae): Objective {
  return model.objectives()[0]!;
}

describe('gradients', () => {
  const options = { spec: image, ...tiny, network: shallow, commitment: 0 };

  /** By the encoder's last bias, whose gradient is the sum over all cells of the gradient by z; in 'infer', so that the codebook stays. */
  function gradientByZ(model: VqVae, x: tf.Tensor): tf.Tensor {
    const bias = namedVariables(model).get('encoder.project.bias')!;
    const loss = () => objectiveOf(model).loss({ x }, createRng(0), { step: 0, mode: 'infer' }).loss;
    return valueAndGradients(loss, [bias]).gradients[0]!;
  }

  test("the encoder's is the decoder's at the codebook's vectors", async () => {
    registerGradients();
    const model = new VqVae(options);
    const { x } = await sourceOf(image).batch(0);
    const codes = model.encode(x);
    const quantized = model.codebook.lookUp(codes) as tf.Tensor4D;
    const decoderLoss = (z: tf.Tensor) => {
      const logits = model.decoder.apply(z as tf.Tensor4D);
      return tf.div(tf.sum(tf.sub(tf.softplus(logits), tf.mul(x, logits))), 4);
    };
    const wanted = tf.sum(tf.grad(decoderLoss)(quantized), [0, 1, 2]);
    const got = gradientByZ(model, x);
    const [a, b] = [await got.data(), await wanted.data()];
    a.forEach((slope, i) => expect(slope).toBeCloseTo(b[i]!, 5));
    expect(Math.hypot(...b)).toBeGreaterThan(0.01);
    model.dispose();
  });

  test("the commitment's is that of finite differences, and the codebook gets none", async () => {
    registerGradients();
    const { x } = await sourceOf(image).batch(0);
    const [with0, with2] = [new VqVae(options), new VqVae({ ...options, commitment: 2 })];
    const slopes = tf.sub(gradientByZ(with2, x), gradientByZ(with0, x)); // beta times that of the commitment alone
    const bias = namedVariables(with2).get('encoder.project.bias')!;
    const commitment = async (shift: readonly number[]) => {
      const before = tf.clone(bias);
      bias.assign(tf.add(before, tf.tensor1d([...shift])));
      const { metrics } = objectiveOf(with2).loss({ x }, createRng(0), { step: 0, mode: 'infer' });
      bias.assign(before);
      return (await metrics!['commitment']!.data())[0]!;
    };
    const got = await slopes.data();
    for (const [i, slope] of got.entries()) {
      const along = [0, 0, 0].map((_, j) => (i === j ? 1e-2 : 0));
      const numeric = ((await commitment(along)) - (await commitment(along.map((step) => -step)))) / 2e-2;
      expect(slope / (2 * numeric)).toBeCloseTo(1, 2);
    }
    expect(objectiveOf(with2).variables).not.toContain(with2.codebook.vectors);
    for (const model of [with0, with2]) model.dispose();
  });
});

/** Six pictures of 4 x 4 pixels, in each of which one row or one of two columns is bright. */
function pictures(): tf.Tensor4D {
  const bright = (picture: number, row: number, column: number) => (picture < 4 ? row === picture : column === picture - 4);
  const pixels = Array.from({ length: 6 * 16 }, (_, i) => Number(bright(i >> 4, (i >> 2) & 3, i & 3)));
  return tf.tensor4d(pixels, [6, 4, 4, 1]);
}

describe('a set of six pictures', () => {
  const spec: DataSpec = { shape: [4, 4, 1], domain: 'binary' };
  const source: BatchSource = { spec, batch: () => ({ x: pictures() }) };
  const network = residual({ width: 8, layers: 2, blocks: 1 });
  const options = { spec, network, dimensions: 4, decay: 0.8 };

  test('gets six codes, a picture each, and comes back from them', async () => {
    const model = new VqVae({ ...options, entries: 12 });
    const { history } = await fit(model, source, { steps: 120, seed: 0, optimizer: adam({ learningRate: 0.01 }) });
    const last = history.at(-1)!.values;
    expect(last['vq-vae/perplexity']).toBeGreaterThan(5.9);
    expect(last['vq-vae/perplexity']).toBeLessThan(6.1);
    const x = pictures();
    const [codes, y] = [model.encode(x), model.reconstruct(x)];
    expect(codes.shape).toEqual([6, 1, 1]);
    expect(new Set(await codes.data()).size).toBe(6);
    expect(Array.from(await y.data(), Math.round)).toEqual([...(await x.data())]);
    tf.dispose([x, codes, y]);
    model.dispose();
  });

  test('dead entries come back, where restarts are wanted', async () => {
    const used = async (restarts: boolean) => {
      const model = new VqVae({ ...options, entries: 6, restarts });
      const far = tf.tidy(() => tf.add(tf.mul(tf.range(0, 6), tf.ones([4, 1])), 1000)); // [4, 6]
      model.codebook.vectors.assign(tf.transpose(far) as tf.Tensor2D);
      model.codebook.uses.assign(tf.ones([6])); // in use, so that no batch starts it anew
      const { history } = await fit(model, source, { steps: 200, seed: 0, reportEvery: 1, optimizer: adam({ learningRate: 0.01 }) });
      model.dispose();
      return history.map(({ values }) => [values['vq-vae/perplexity']!, values['vq-vae/live']!]);
    };
    const [left, restarted] = [await used(false), await used(true)];
    expect(left[0]![0]).toBeCloseTo(1, 5); // all of them use the first entry, the nearest of far ones
    expect(left.at(-1)![0]).toBeCloseTo(1, 5);
    expect(left.at(-1)![1]).toBeCloseTo(1 / 6, 5);
    expect(restarted.at(-1)![0]).toBeCloseTo(6, 5); // since step 98 or 110, as the build rounds
    expect(restarted.some(([, live]) => live! < 1)).toBe(true);
  });

  test('training goes on in a second fit with the codebook of the first', async () => {
    const model = new VqVae({ ...options, entries: 6, restarts: false });
    await fit(model, source, { steps: 20, seed: 0, optimizer: adam({ learningRate: 0.01 }) });
    const x = pictures();
    const before = await model.encode(x).data();
    await fit(model, source, { steps: 1, seed: 1, optimizer: adam({ learningRate: 1e-12 }) });
    expect(await model.encode(x).data()).toEqual(before); // a codebook begun anew would have another order
    x.dispose();
    model.dispose();
  });
});

test('the metrics add up to the loss', async () => {
  const model = new VqVae({ spec: image, ...tiny, network: shallow, commitment: 0.7 });
  const { history } = await fit(model, sourceOf(image), { steps: 3, seed: 0, reportEvery: 1 });
  for (const { values } of history) {
    expect(values['vq-vae']).toBeCloseTo(values['vq-vae/reconstruction']! + 0.7 * values['vq-vae/commitment']!, 3);
  }
  model.dispose();
});

test('validation leaves the codebook as it is', async () => {
  const model = new VqVae({ spec: image, ...tiny, network: shallow });
  const { x } = await sourceOf(image).batch(0);
  const before = await model.codebook.vectors.data();
  tf.tidy(() => void objectiveOf(model).loss({ x }, createRng(0), { step: 0, mode: 'infer' }));
  expect(await model.codebook.vectors.data()).toEqual(before);
  model.dispose();
  x.dispose();
});

test('60 steps leave as many tensors as one', async () => {
  const model = new VqVae(variants['bernoulli, restarts at once']!);
  const seen = new Set<number>();
  const onReport = () => void seen.add(tf.memory().numTensors);
  await fit(model, sourceOf(image), { steps: 60, seed: 0, reportEvery: 10, callbacks: { onReport } });
  expect(seen.size).toBe(1);
  const { x } = await sourceOf(image).batch(0);
  const before = tf.memory().numTensors;
  tf.dispose([model.encode(x), model.reconstruct(x)]);
  expect(tf.memory().numTensors).toBe(before);
  model.dispose();
  x.dispose();
});

test('codes are integers in a grid, and decoding them gives the reconstructions', async () => {
  const model = new VqVae({ spec: image, ...tiny, network: residual({ width: 4 }) });
  const { x } = await sourceOf(image).batch(0);
  const codes = model.encode(x);
  const [decoded, whole] = [model.decode(codes), model.reconstruct(x)];
  expect([model.grid, codes.shape, codes.dtype, decoded.shape]).toEqual([[2, 2], [4, 2, 2], 'int32', [4, 5, 6, 1]]);
  expect(await decoded.data()).toEqual(await whole.data());
  tf.dispose([x, codes, decoded, whole]);
  model.dispose();
});

test.each<[string, () => unknown, string]>([
  ['an unknown option', () => new VqVae({ spec: image, codes: 3 } as never), 'VqVae has no option "codes"; its options are spec, entries'],
  ['points', () => new VqVae({ spec: { shape: [2], domain: 'real' } }), 'VqVae.spec.shape must be that of an image, [height, width, channels], got [2]'],
  ['a codebook that never moves', () => new VqVae({ spec: image, decay: 1 }), 'VqVae.decay must be a finite number of at least 0 and below 1, got 1'],
  ['an unknown option of the network', () => residual({ depth: 3 } as never), 'residual has no option "depth"'],
])('%s is refused', (_, run, message) => {
  const before = tf.memory().numTensors;
  expect(run).toThrow(GenmodelsError);
  expect(run).toThrow(message);
  expect(tf.memory().numTensors).toBe(before);
});

test('wrong shapes are refused with what was expected', () => {
  const model = new VqVae({ spec: image, ...tiny, network: residual({ width: 4 }) });
  const wrong = tf.zeros([2, 6, 5, 1]);
  const message = 'x must be a tensor of shape [batch, 5, 6, 1], got float32 [2, 6, 5, 1]';
  expect(() => model.encode(wrong)).toThrow(message);
  expect(() => model.reconstruct(wrong)).toThrow(message);
  expect(() => model.decode(tf.zeros([2, 3, 2]))).toThrow('codes must be a tensor of shape [batch, 2, 2]');
  model.dispose();
});

test("a network of one's own comes back by its kind", async () => {
  const twice = defineVqNetwork('twice', {
    grid: ([height, width]) => [height!, width!],
    encoder: (_, rng) => ({ weight: tf.variable(rng.normal([3])), apply: (x) => tf.mul(x, rng.normal([3])) }),
    decoder: () => ({ apply: (z) => tf.sum(z, -1, true) }),
  });
  const model = new VqVae({ spec: image, ...tiny, network: twice() });
  await expect(toBytes(model).then((bytes) => loadVqVae(bytes))).rejects.toThrow(GenmodelsError);
  const loaded = await loadVqVae(await toBytes(model), { networks: [twice] });
  expect(loaded.config.network).toEqual({ kind: 'twice' });
  for (const one of [model, loaded]) one.dispose();
});
