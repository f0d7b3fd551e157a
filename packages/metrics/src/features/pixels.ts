import * as tf from '@tensorflow/tfjs-core';
import type { Extractor } from './extractor.ts';

/** The examples themselves as their features: for points, series and neighbors by pixels. */
export function pixels(): Extractor {
  return {
    name: 'pixels',
    preprocessing: 'none',
    features: (examples) => tf.tidy(() => tf.reshape(tf.cast(examples, 'float32'), [examples.shape[0]!, -1])),
  };
}
