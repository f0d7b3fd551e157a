import { PassThrough } from 'node:stream';
import { Dataset } from '@genmodels/datasets';
import { mlp, Vae } from '@genmodels/vae';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { createTerminal } from '../terminal.ts';
import { drawManifold } from './manifold.ts';
import { trainVaeDefaults } from './options.ts';
import { drawReconstructions, drawSamples } from './pictures.ts';

const images = Dataset.from({ values: new Float32Array(40 * 16), shape: [4, 4, 1], domain: 'binary' });
const data = { name: 'nothing', pixels: 'black', spec: images.spec, train: images, validation: images, test: images };
const surroundings = { terminal: createTerminal(new PassThrough()), signal: new AbortController().signal };

/** Width and height as a PNG file states them. */
function sizeOf(png: Uint8Array): [width: number, height: number] {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}

test('the pictures have their sizes and leave no tensor behind', async () => {
  const vae = new Vae({ spec: images.spec, latent: 2, network: mlp({ hidden: [4] }) });
  const before = tf.memory().numTensors;
  expect(sizeOf(await drawSamples(vae, 0))).toEqual([8 * 4 * 3, 8 * 4 * 3]);
  expect(sizeOf(await drawReconstructions(vae, images))).toEqual([8 * 4 * 3, 4 * (4 + 4 + 12) * 3]);
  expect(sizeOf((await drawManifold(vae, data, { ...trainVaeDefaults, latent: 2 }, surroundings))!)).toEqual([
    20 * 4 * 2,
    20 * 4 * 2,
  ]);
  expect(tf.memory().numTensors).toBe(before);
  vae.dispose();
});

test('a z of more numbers has its manifold drawn by a second model, which is gone afterwards', async () => {
  const vae = new Vae({ spec: images.spec, latent: 3, network: mlp({ hidden: [4] }) });
  const before = tf.memory().numTensors;
  const options = { ...trainVaeDefaults, latent: 3, epochs: 2, batch: 20 };
  expect(await drawManifold(vae, data, { ...options, manifold: false }, surroundings)).toBeUndefined();
  expect(await drawManifold(vae, data, options, { ...surroundings, signal: AbortSignal.abort() })).toBeUndefined();
  expect(sizeOf((await drawManifold(vae, data, options, surroundings))!)).toEqual([160, 160]);
  expect(tf.memory().numTensors).toBe(before);
  vae.dispose();
});
