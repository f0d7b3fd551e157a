import { createRng, namedVariables } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { Conditioner } from '../conditioner.ts';
import { HostConditioner } from './host-conditioner.ts';

const rng = createRng(8);
const shape = [6, 7, 1];
const labels = [2, 0, 1];

test.each([
  ['classes', 3, 0],
  ['a map', 0, 2],
  ['both', 3, 2],
])('%s: it gives what the conditioner gives', async (_, classes, mapChannels) => {
  const conditioner = new Conditioner({ classes, mapChannels, shape }, rng);
  for (const [path, variable] of namedVariables(conditioner)) tf.tidy(() => variable.assign(rng.fork(path).normal(variable.shape)));
  const map = rng.fork('given').normal<tf.Rank.R4>([3, 6, 7, 2]);
  const wanted = tf.tidy(() =>
    conditioner.apply({ ...(classes > 0 && { labels: tf.tensor1d(labels, 'int32') }), ...(mapChannels > 0 && { map }) }, 3),
  );
  const host = await HostConditioner.of(conditioner, shape);
  const given = { ...(classes > 0 && { labels: Int32Array.from(labels) }), ...(mapChannels > 0 && { map: Float32Array.from(await map.data()) }) };
  const got = host.apply(given);
  expect(got).toHaveLength(wanted.size);
  const exact = await wanted.data<'float32'>();
  const largest = Math.max(...exact.map(Math.abs)); // float32 rounds sums of 800 products to some 5e-7 of it
  expect(Math.max(...exact.map((value, i) => Math.abs(value - got[i]!)))).toBeLessThan(2e-6 * largest);
  tf.dispose([wanted, map]);
  tf.dispose([...namedVariables(conditioner).values()]);
});
