import { type ActivationName, activation, Dense, type Rng } from '@genmodels/core';
import type * as tf from '@tensorflow/tfjs-core';

/** Dense layers with an activation after each, or none at all: [batch, widths[0]] -> [batch, outputs]. */
export class HiddenLayers {
  readonly layers: readonly Dense[];
  readonly outputs: number;
  readonly activation: ActivationName;

  constructor([inputs, ...widths]: readonly number[], activation: ActivationName, rng: Rng) {
    this.layers = widths.map((units, i) => new Dense({ inputs: widths[i - 1] ?? inputs!, units }, rng.fork(i)));
    this.outputs = widths.at(-1) ?? inputs!;
    this.activation = activation;
  }

  apply(x: tf.Tensor2D): tf.Tensor2D {
    return this.layers.reduce((h, layer) => layer.apply(h, activation(this.activation)), x);
  }
}
