import { PassThrough } from 'node:stream';
import { Dataset } from '@genmodels/datasets';
import { mlp, Vae } from '@genmodels/vae';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { createTerminal } from '../terminal.ts';
import type { TrainingData } from '../training/training-data.ts';
import { gridSide, strips } from './latent-pictures.ts';
import { drawManifold } from './manifold.ts';
import { trainVaeDefaults } from './options.ts';
import { drawPictures, drawReconstructions, drawSamples } from './pictures.ts';

const images = Dataset.from({ values: new Float32Array(40 * 16), shape: [4, 4, 1], domain: 'binary' });
const data: TrainingData = {
  name: 'nothing',
  examples: 'images',
  values: 'black',
  spec: images.spec,
  train: images,
  validation: images,
  test: images,
};
const surroundings = { terminal: createTerminal(new PassThrough()), signal: new AbortController().signal };

/** Width and height as a PNG file states them. */
function sizeOf(png: Uint8Array): [width: number, height: number] {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}

test('the pictures have their sizes and leave no tensor behind', async () => {
  const vae = new Vae({ spec: images.spec, latent: 2, network: mlp({ hidden: [4] }) });
  const before = tf.memory().numTensors;
  const pictures = await drawPictures(vae, data, 0);
  expect(sizeOf(pictures.samples)).toEqual([8 * 4 * 4, 8 * 4 * 4]);
  expect(sizeOf(pictures.reconstructions)).toEqual([8 * 4 * 4, 4 * (4 + 4 + 12) * 4]);
  expect(sizeOf(pictures.interpolations!)).toEqual([(strips.images + 2) * 4 * 4, strips.count * 4 * 4]);
  expect(sizeOf(pictures.corners!)).toEqual([gridSide * 4 * 4, gridSide * 4 * 4]);
  expect(sizeOf((await drawManifold(vae, data, { ...trainVaeDefaults, latent: 2 }, surroundings))!)).toEqual([
    20 * 4 * 4,
    20 * 4 * 4,
  ]);
  expect(tf.memory().numTensors).toBe(before);
  vae.dispose();
});

test('given classes, there is a row of samples for each, and each way is of one', async () => {
  const labels = Array.from({ length: 40 }, (_, i) => i % 3);
  const labelled = Dataset.from({ values: new Float32Array(40 * 16), shape: [4, 4, 1], domain: 'binary', labels });
  const vae = new Vae({ spec: images.spec, classes: 3, latent: 2, network: mlp({ hidden: [4] }) });
  const before = tf.memory().numTensors;
  const own = { ...data, train: labelled, validation: labelled, test: labelled, classNames: ['a', 'b', 'c'] };
  const pictures = await drawPictures(vae, own, 0);
  expect(sizeOf(pictures.samples)).toEqual([8 * 4 * 4, 3 * 4 * 4]);
  expect(sizeOf(pictures.interpolations!)).toEqual([(strips.images + 2) * 4 * 4, strips.count * 4 * 4]);
  const options = { ...trainVaeDefaults, latent: 2, conditional: true, steps: 2, batch: 20 };
  expect(sizeOf((await drawManifold(vae, own, options, surroundings))!)).toEqual([320, 320]); // of a second model, which is told nothing
  expect(tf.memory().numTensors).toBe(before);
  vae.dispose();
});

test('of too few images there is nothing between', async () => {
  const vae = new Vae({ spec: images.spec, latent: 2, network: mlp({ hidden: [4] }) });
  expect(Object.keys(await drawPictures(vae, { ...data, test: images.take(1) }, 0))).toEqual(['samples', 'reconstructions']);
  vae.dispose();
});

test('a z of more numbers has its manifold drawn by a second model, which is gone afterwards', async () => {
  const vae = new Vae({ spec: images.spec, latent: 3, network: mlp({ hidden: [4] }) });
  const before = tf.memory().numTensors;
  const options = { ...trainVaeDefaults, latent: 3, epochs: 2, batch: 20 };
  expect(await drawManifold(vae, data, { ...options, manifold: false }, surroundings)).toBeUndefined();
  expect(await drawManifold(vae, data, options, { ...surroundings, signal: AbortSignal.abort() })).toBeUndefined();
  expect(sizeOf((await drawManifold(vae, data, options, surroundings))!)).toEqual([320, 320]);
  expect(tf.memory().numTensors).toBe(before);
  vae.dispose();
});

test.each([
  ['points', [2], { width: 640 }],
  ['series', [16, 1], { width: 6 * 170 - 2 }],
] as const)('%s have pictures of their own, and no manifold', async (examples, shape, { width }) => {
  const values = Float32Array.from({ length: 40 * shape.reduce((all: number, size) => all * size, 1) }, (_, i) => Math.sin(i));
  const set = Dataset.from({ values, shape, domain: 'real' });
  const vae = new Vae({ spec: set.spec, latent: 2, network: mlp({ hidden: [4] }) });
  const before = tf.memory().numTensors;
  const own: TrainingData = { ...data, examples, spec: set.spec, train: set, validation: set, test: set };
  expect(sizeOf(await drawReconstructions(vae, own))[0]).toBeLessThanOrEqual(width);
  expect(sizeOf(await drawSamples(vae, own, 0))[0]).toBeLessThanOrEqual(width);
  expect(await drawManifold(vae, own, { ...trainVaeDefaults, latent: 2 }, surroundings)).toBeUndefined();
  expect(tf.memory().numTensors).toBe(before);
  vae.dispose();
});
