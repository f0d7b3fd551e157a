import { createRng } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { runOnThreads } from '../../testing/compare.ts';
import { startSimd } from '../../testing/start.ts';

beforeAll(() => startSimd({ threads: 2 }));

test('draws the same bits as the host, from any block of any stream', () =>
  fc.assert(
    fc.property(fc.maxSafeNat(), fc.nat({ max: 2 ** 40 }), fc.integer({ min: 1, max: 100 }), (seed, block, size) => {
      const { key } = createRng(seed).toJSON();
      const [device, host] = [0, 1].map(() => createRng({ key, position: 2 * block }));
      const drawn = tf.tidy(() => device!.normal([size]).dataSync());
      expect(drawn).toEqual(host!.fillNormal(new Float32Array(size)));
      expect(device!.toJSON()).toEqual(host!.toJSON());
    }),
  ),
);

test('many numbers, past the end of the low word of the counter', () => {
  const position = 2 * (2 ** 33 - 3000);
  const [device, host] = [0, 1].map(() => createRng({ key: [1, 2], position }));
  expect(tf.tidy(() => device!.normal([30_001]).dataSync())).toEqual(host!.fillNormal(new Float32Array(30_001)));
});

test('depends not on the threads', async () => {
  const [one, ...more] = await runOnThreads(() => createRng(1).normal([30_000]));
  for (const result of more) expect(result).toEqual(one);
});
