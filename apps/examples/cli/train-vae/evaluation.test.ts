import { PassThrough } from 'node:stream';
import { createRng } from '@genmodels/core';
import { Dataset } from '@genmodels/datasets';
import { mlp, Vae } from '@genmodels/vae';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { meanOf } from '../likelihood/mean.ts';
import { createTerminal } from '../terminal.ts';
import { evaluate } from './evaluation.ts';

const bits = createRng(0)
  .fillUniform(new Float32Array(30 * 16))
  .map((value) => Math.round(value));
const data = Dataset.from({ values: bits, shape: [4, 4, 1], domain: 'binary' });
const terminal = createTerminal(new PassThrough());
const options = { 'likelihood-images': 20, 'likelihood-samples': 50 };

test('the bound is the mean over all images, and lies above the estimate of -log p(x)', async () => {
  const vae = new Vae({ spec: data.spec, latent: 3, network: mlp({ hidden: [8] }) });
  const before = tf.memory().numTensors;
  const { negativeElbo, kl, negativeLogLikelihood, perImage } = await evaluate(vae, data, options, {
    terminal,
    signal: new AbortController().signal,
  });
  expect(tf.memory().numTensors).toBe(before);
  expect([negativeElbo.images, kl.images, negativeLogLikelihood?.images]).toEqual([30, 30, 20]);
  expect(meanOf(perImage)).toEqual(negativeLogLikelihood);
  expect(negativeElbo.value).toBeGreaterThan(negativeLogLikelihood!.value);
  expect(negativeElbo.value - kl.value).toBeGreaterThan(0); // the reconstruction of discrete pixels is a probability
  vae.dispose();
});

test('after Ctrl-C only the quick figures are there', async () => {
  const vae = new Vae({ spec: data.spec, latent: 3, network: mlp({ hidden: [8] }) });
  const evaluation = await evaluate(vae, data, options, { terminal, signal: AbortSignal.abort() });
  expect(Object.keys(evaluation)).toEqual(['negativeElbo', 'kl', 'perImage']);
  expect(evaluation.perImage).toEqual([]);
  vae.dispose();
});
