import { faces } from '@genmodels/datasets';
import { GatedPixelCnn } from '@genmodels/pixelcnn';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkGreys } from './check-greys.ts';
import { Colorizer } from './colorizer.ts';
import { toGrey } from './to-grey.ts';

const block = 8;
const pictures = faces({ count: 2, seed: 0 });

function colorizer(mapChannels: number): Colorizer {
  return new Colorizer(new GatedPixelCnn({ spec: { shape: [4, 4, 2], domain: { levels: 5 } }, mapChannels, filters: 2, layers: 0, hidden: 2 }));
}

let before: number;
beforeEach(() => void (before = tf.memory().numTensors));
afterEach(() => expect(tf.memory().numTensors).toBe(before));

test.each([['that sees grey', block ** 2], ['that does not', 0]])('greying what a model paints %s gives back what it was painted on', async (_, mapChannels) => {
  const model = colorizer(mapChannels);
  const x = pictures.images([0, 1]);
  const grey = toGrey(x);
  const painted = await model.colour(grey, { seed: 0 });
  expect(painted.shape).toEqual([2, 32, 32, 3]);
  const again = toGrey(painted);
  expect(await again.data()).toEqual(await grey.data());
  expect(await checkGreys(painted, grey)).toBe(2 * 32 * 32);
  expect(await checkGreys(x, grey)).toBe(2 * 32 * 32);
  tf.dispose([x, grey, painted, again]);
  model.dispose();
});

test('a pixel that differs is found', async () => {
  const [x, black] = [pictures.images([0]), tf.zeros([1, 32, 32, 1]) as tf.Tensor4D];
  await expect(checkGreys(x, black)).rejects.toThrow('1024 of 1024 pixels differ');
  tf.dispose([x, black]);
});

test('only a model with a map looks at grey', () => {
  for (const [mapChannels, looks] of [[block ** 2, true], [0, false]] as const) {
    const model = colorizer(mapChannels);
    tf.tidy(() => {
      const x = pictures.images([0]);
      const [bright, dark] = [tf.add(tf.mul(x, 0), 0.8), tf.add(tf.mul(x, 0), 0.2)]; // alike but for luma
      const [a, b] = [model.logProb(bright).dataSync()[0]!, model.logProb(dark).dataSync()[0]!];
      expect(a !== b).toBe(looks);
    });
    model.dispose();
  }
});

test('pictures of another size are refused', () => {
  const model = colorizer(0);
  expect(() => tf.tidy(() => model.logProb(tf.zeros([1, 30, 32, 3])))).toThrow('so many times as large as the 4 x 4 of the model\'s chroma, got [1, 30, 32, 3]');
  model.dispose();
});
