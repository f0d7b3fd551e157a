import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { toRgb, toYCoCg } from './ycocg.ts';

/** The colours of parts 0, 5, 10 ... 255, even and odd: 52^3 of them. */
function colours(): tf.Tensor4D {
  const parts = Array.from({ length: 52 }, (_, i) => 5 * i);
  const all = parts.flatMap((red) => parts.flatMap((green) => parts.flatMap((blue) => [red, green, blue])));
  return tf.tensor4d(Float32Array.from(all), [1, 1, 52 ** 3, 3]);
}

/** Y, Co and Cg of one colour. */
function read(red: number, green: number, blue: number): number[] {
  const { luma, chroma } = toYCoCg(tf.tensor4d([red, green, blue], [1, 1, 1, 3]));
  return [...luma.dataSync(), ...chroma.dataSync()];
}

test('colours come back, and their parts are in their ranges', () => {
  tf.tidy(() => {
    const rgb = colours();
    const parts = toYCoCg(rgb);
    expect(tf.max(tf.abs(tf.sub(toRgb(parts), rgb))).dataSync()[0]).toBe(0);
    const [orange, greenness] = tf.split(parts.chroma, 2, 3) as [tf.Tensor, tf.Tensor];
    for (const [part, low, high] of [[parts.luma, 0, 255], [orange, -255, 255], [greenness, -255, 255]] as const) {
      expect([tf.min(part).dataSync()[0], tf.max(part).dataSync()[0]]).toEqual([low, high]);
    }
  });
});

test('any whole numbers keep their luma, whether there is such a colour or not', () => {
  tf.tidy(() => {
    const luma = tf.reshape(tf.range(-256, 512), [1, 1, 768, 1]) as tf.Tensor4D;
    for (const [orange, greenness] of [[0, 0], [-255, 254], [77, -255], [1, 1], [-1, -1]] as const) {
      const chroma = tf.tile(tf.tensor4d([orange, greenness], [1, 1, 1, 2]), [1, 1, 768, 1]);
      const again = toYCoCg(toRgb({ luma, chroma }));
      expect(again.luma.dataSync()).toEqual(luma.dataSync());
      expect(again.chroma.dataSync()).toEqual(chroma.dataSync());
    }
  });
});

test('by hand', () => {
  tf.tidy(() => {
    expect(read(100, 100, 100)).toEqual([100, 0, 0]);
    expect(read(255, 0, 0)).toEqual([63, 255, -127]); // t = 127, Y = 127 + (-127 >> 1) = 63
    expect(read(0, 0, 255)).toEqual([63, -255, -127]); // t = 255 + (-255 >> 1) = 127
    expect(read(0, 255, 0)).toEqual([127, 0, 255]);
  });
});
