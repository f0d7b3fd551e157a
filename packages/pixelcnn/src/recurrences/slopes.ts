import * as tf from '@tensorflow/tfjs-core';
import { activated } from './scan-forwards.ts';

/** The derivatives of an LSTM that need no scan, of all pixels or of some: [batch, 1, places, hidden] each, or as it says. */
export interface Slopes {
  /** Of a state by its cell. */
  readonly shown: tf.Tensor4D;
  /** Of a cell by the one before. */
  readonly kept: tf.Tensor4D;
  /** By the sums: of the state by the output gate's, of the cell by the other three: [.., 4 hidden]. */
  readonly gates: tf.Tensor4D;
}

/** From the sums before the nonlinearities, [batch, 1, places, 4 hidden], and the cells. */
export function slopesOf(sums: tf.Tensor4D, cells: tf.Tensor4D): Slopes {
  const { output, forget, input, content } = activated(sums);
  const shown = tf.tanh(cells);
  const fresh = tf.mul(input, content);
  const kept = tf.sub(cells, fresh);
  const gates = [
    tf.mul(tf.mul(output, shown), tf.sub(1, output)),
    tf.mul(kept, tf.sub(1, forget)),
    tf.mul(fresh, tf.sub(1, input)),
    tf.mul(input, tf.sub(1, tf.square(content))),
  ] as tf.Tensor4D[];
  return { shown: tf.mul(output, tf.sub(1, tf.square(shown))), kept: forget, gates: tf.concat(gates, 3) };
}
