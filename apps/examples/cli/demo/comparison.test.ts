import { PassThrough } from 'node:stream';
import { createRng } from '@genmodels/core';
import { Dataset } from '@genmodels/datasets';
import { PixelCnn } from '@genmodels/pixelcnn';
import { mlp, Vae } from '@genmodels/vae';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { createTerminal } from '../terminal.ts';
import { compare } from './comparison.ts';

const bits = createRng(0)
  .fillUniform(new Float32Array(30 * 16))
  .map((value) => Math.round(value));
const images = Dataset.from({ values: bits, shape: [4, 4, 1], domain: 'binary' });
const terminal = createTerminal(new PassThrough());

test('both models are measured on the same images, and their difference image by image', async () => {
  const before = tf.memory().numTensors;
  const vae = new Vae({ spec: images.spec, latent: 3, network: mlp({ hidden: [8] }) });
  const pixelcnn = new PixelCnn({ spec: images.spec, filters: 2, blocks: 1 });
  const contest = { vae, pixelcnn, test: images, samples: 50 };
  const { bound, estimate, exact, difference } = (await compare(contest, { terminal, signal: new AbortController().signal }))!;
  expect([bound, estimate, exact, difference].map((mean) => mean.images)).toEqual([30, 30, 30, 30]);
  expect(bound.value).toBeGreaterThan(estimate.value);
  expect(difference.value).toBeCloseTo(estimate.value - exact.value, 4);
  expect(await compare(contest, { terminal, signal: AbortSignal.abort() })).toBeUndefined();
  vae.dispose();
  pixelcnn.dispose();
  expect(tf.memory().numTensors).toBe(before);
});
