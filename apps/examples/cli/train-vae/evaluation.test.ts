import { PassThrough } from 'node:stream';
import { createRng, trainableVariables } from '@genmodels/core';
import { Dataset } from '@genmodels/datasets';
import { headerBytes, mlp, Vae } from '@genmodels/vae';
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
const surroundings = () => ({ terminal, signal: new AbortController().signal });
const options = { 'likelihood-images': 20, 'likelihood-samples': 50, 'compress-images': 12 };

test('the bound is the mean over all images, and lies above the estimate of -log p(x)', async () => {
  const vae = new Vae({ spec: data.spec, latent: 3, network: mlp({ hidden: [8] }) });
  const before = tf.memory().numTensors;
  const { negativeElbo, health, negativeLogLikelihood, perImage } = await evaluate(vae, data, options, surroundings());
  expect(tf.memory().numTensors).toBe(before);
  expect([negativeElbo.images, health?.examples, negativeLogLikelihood?.images]).toEqual([30, 30, 20]);
  expect(negativeLogLikelihood).toMatchObject(meanOf(perImage));
  expect(negativeLogLikelihood!.drawError).toBeGreaterThan(0);
  expect(negativeLogLikelihood!.drawError).toBeLessThan(1);
  expect(negativeElbo.value).toBeGreaterThan(negativeLogLikelihood!.value);
  expect(negativeElbo.value - health!.kl).toBeGreaterThan(0); // the reconstruction of discrete pixels is a probability
  vae.dispose();
});

test('a file is about as long as the bound says, and of a density there is none', async () => {
  const vae = new Vae({ spec: data.spec, latent: 3, network: mlp({ hidden: [8] }) });
  const { coded } = await evaluate(vae, data, options, surroundings());
  expect(coded!.images).toBe(12);
  expect(coded!.bytes - headerBytes).toBeGreaterThan(coded!.ideal);
  expect(coded!.bytes - headerBytes).toBeLessThan(1.2 * coded!.ideal + 12); // and the first z, about 2 bytes a dimension
  expect((await evaluate(vae, data, { ...options, 'compress-images': 0 }, surroundings())).coded).toBeUndefined();
  vae.dispose();
  const real = Dataset.from({ values: bits, shape: [16], domain: 'real' });
  const other = new Vae({ spec: real.spec, latent: 2, network: mlp({ hidden: [8] }) });
  expect((await evaluate(other, real, options, surroundings())).coded).toBeUndefined();
  other.dispose();
});

test('a model that is told the class is measured, and its images are coded, with their classes', async () => {
  const labelled = Dataset.from({ values: bits, shape: [4, 4, 1], domain: 'binary', labels: Array.from({ length: 30 }, (_, i) => i % 3) });
  const vae = new Vae({ spec: data.spec, classes: 3, latent: 3, network: mlp({ hidden: [8] }) });
  const before = tf.memory().numTensors;
  const { coded, perImage, health } = await evaluate(vae, labelled, options, surroundings());
  expect(tf.memory().numTensors).toBe(before);
  expect([coded!.images, perImage.length, health?.examples]).toEqual([12, 20, 30]);
  vae.dispose();
});

test('a model that does not use its z is said to have collapsed', async () => {
  const vae = new Vae({ spec: data.spec, latent: 3, network: mlp({ hidden: [8] }) });
  for (const weight of trainableVariables(vae.posterior)) weight.assign(tf.zerosLike(weight));
  const said = new PassThrough();
  const { health } = await evaluate(vae, data, options, { terminal: createTerminal(said), signal: new AbortController().signal });
  expect(health?.activeUnits).toBe(0);
  expect(String(said.read())).toContain('posterior collapse: 0 of 3 latent dimensions are active');
  vae.dispose();
});

test('of a single image there is no telling what z is used for', async () => {
  const vae = new Vae({ spec: data.spec, latent: 3, network: mlp({ hidden: [8] }) });
  const { health, negativeElbo } = await evaluate(vae, data.take(1), options, surroundings());
  expect([health, negativeElbo.images]).toEqual([undefined, 1]);
  vae.dispose();
});

test('after Ctrl-C only the quick figures are there', async () => {
  const vae = new Vae({ spec: data.spec, latent: 3, network: mlp({ hidden: [8] }) });
  const evaluation = await evaluate(vae, data, options, { terminal, signal: AbortSignal.abort() });
  expect(Object.keys(evaluation)).toEqual(['negativeElbo', 'health', 'perImage']);
  expect(evaluation.perImage).toEqual([]);
  vae.dispose();
});
