import { GenmodelsError, toBytes } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { Gan } from './gan.ts';
import { GanGenerator } from './gan-generator.ts';
import { loadGenerator } from './load-generator.ts';
import { defineGenerator } from './network.ts';
import { dcgan } from './networks/dcgan.ts';

const spec = { shape: [8, 8, 1], domain: 'binary' } as const;

test('a generator is read out of a whole file, and saves itself alone', async () => {
  const gan = new Gan({ spec, network: dcgan({ width: 2 }), latent: 2, classes: 2, seed: 5 });
  const [whole, alone] = [await toBytes(gan), await toBytes(gan.generator)];
  expect(alone.length).toBeLessThan(whole.length);
  const options = { count: 2, seed: 3, condition: { labels: [1, 0] } };
  const wanted = await gan.sample(options);
  for (const bytes of [whole, alone]) {
    const generator = await loadGenerator(bytes);
    const samples = await generator.sample(options);
    expect(await samples.data()).toEqual(await wanted.data());
    samples.dispose();
    generator.dispose();
  }
  wanted.dispose();
  gan.dispose();
});

test('generating is synchronous, in [0, 1], and leaves the examples alone', async () => {
  const generator = new GanGenerator({ spec, network: dcgan({ width: 2 }), latent: 2 });
  const z = tf.mul(tf.ones<tf.Rank.R2>([3, 2]), 100);
  const before = tf.memory().numTensors;
  const images = generator.generate(z as tf.Tensor2D);
  expect(tf.memory().numTensors).toBe(before + 1);
  expect(images.shape).toEqual([3, 8, 8, 1]);
  expect((await images.data()).every((value) => value >= 0 && value <= 1)).toBe(true);
  tf.dispose([z, images]);
  generator.dispose();
});

test('a network that answers in another shape is refused before anyone trains it', () => {
  const flat = defineGenerator('flat', { generator: () => ({ apply: (code: tf.Tensor2D) => code }) });
  const before = tf.memory().numTensors;
  const make = () => new GanGenerator({ spec, latent: 3, network: flat() });
  expect(make).toThrow(GenmodelsError);
  expect(make).toThrow('the generator of "flat" must answer [batch, 8, 8, 1] to codes of 3, got [batch, 3]');
  expect(tf.memory().numTensors).toBe(before);
});
