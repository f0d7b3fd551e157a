import { Dense, type Rng } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { HiddenLayers } from '../networks/hidden-layers.ts';

/** Tells draws of a prior from codes: [batch, inputs] -> logits [batch], above 0 for what it takes for a draw. */
export class CodeDiscriminator {
  readonly hidden: HiddenLayers;
  readonly output: Dense;

  /** Its units leak: dead ones would give the encoder no slope. */
  constructor({ inputs, hidden }: { readonly inputs: number; readonly hidden: readonly number[] }, rng: Rng) {
    this.hidden = new HiddenLayers([inputs, ...hidden], 'leakyRelu', rng.fork('hidden'));
    this.output = new Dense({ inputs: this.hidden.outputs, units: 1 }, rng.fork('output'));
  }

  apply(codes: tf.Tensor2D): tf.Tensor1D {
    return tf.reshape(this.output.apply(this.hidden.apply(codes)), [-1]);
  }
}
