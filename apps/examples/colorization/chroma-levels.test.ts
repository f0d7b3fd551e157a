import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { fromLevels, toLevels } from './chroma-levels.ts';

/** [1, 2, 4, 2], both channels alike. */
function chromaOf(values: number[]): tf.Tensor4D {
  return tf.tensor4d(values.flatMap((value) => [value, value]), [1, 2, 4, 2]);
}

test('a square is a level, the nearest to its mean', () => {
  tf.tidy(() => {
    const levels = toLevels(chromaOf([255, 255, -255, -100, 255, 255, -50, 0]), { block: 2, levels: 5 });
    expect(levels.shape).toEqual([1, 1, 2, 2]);
    expect([...levels.dataSync()]).toEqual([1, 1, 0.25, 0.25]); // the mean of the second is -101.25, and a level is at -127.5
  });
});

test('grey is a level of its own, and stays grey', () => {
  tf.tidy(() => {
    const levels = toLevels(tf.zeros([1, 4, 4, 2]), { block: 2, levels: 33 });
    expect(new Set(levels.dataSync())).toEqual(new Set([0.5]));
    expect(new Set(fromLevels(levels, 2).dataSync())).toEqual(new Set([0]));
  });
});

test('a level is less than half a level away from what it stands for', () => {
  tf.tidy(() => {
    const chroma = tf.reshape(tf.range(-255, 255), [1, 15, 17, 2]) as tf.Tensor4D;
    const again = fromLevels(toLevels(chroma, { block: 1, levels: 33 }), 1);
    expect(tf.max(tf.abs(tf.sub(again, chroma))).dataSync()[0]).toBeLessThanOrEqual(8); // a level is 510 / 32 = 15.94
  });
});
