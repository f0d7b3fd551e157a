import * as tf from '@tensorflow/tfjs-core';
import type { ExampleWord } from '../data/data-set.ts';
import { toFile } from '../data/draw-examples.ts';
import { sampleCount } from '../training/sample-count.ts';

/** The first samples. */
export function drawFirst(samples: tf.Tensor, word: ExampleWord): Promise<Uint8Array> {
  return toFile(tf.slice(samples, 0, Math.min(sampleCount(word), samples.shape[0]!)), word);
}
