import { type ActivationName, activation, Dense, type Rng } from '@genmodels/core';
import type * as tf from '@tensorflow/tfjs-core';

/** Dense layers with an activation after each: [batch, widths[0]] -> [batch, last of widths]. */
export class HiddenLayers {
  readonly layers: readonly Dense[];
  readonly activation: ActivationName;

  constructor([inputs, ...widths]: readonly number[], activation: ActivationName, rng: Rng) {
    this.layers = widths.map((units, i) => new Dense({ inputs: widths[i - 1] ?? inputs!, units }, rng.fork(i)));
    this.activation = activation;
  }

  apply(x: tf.Tensor2D): tf.Tensor2D {
    return this.layers.reduce((h, layer) => layer.apply(h, activation(this.activation)), x);
  }
}
