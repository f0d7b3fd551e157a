import * as tf from '@tensorflow/tfjs-core';
import { runKernel } from '../ops/run-kernel.ts';
import type { Rng } from '../rng.ts';
import type { Activation } from './activations.ts';
import { checkSizes } from './check-sizes.ts';
import { glorotNormal, type Initializer, zeros } from './initializers.ts';
import { type LinearLayer, type LinearWeights, runLinear } from './linear-layer.ts';

export interface DenseOptions {
  readonly inputs: number;
  readonly units: number;
  /** False before a normalisation that has an offset of its own. @default true */
  readonly bias?: boolean;
  /** @default glorotNormal */
  readonly initializer?: Initializer;
}

/** x kernel + bias and its activation: [batch, inputs] to [batch, units]. Backends compute relu in the same pass. */
export class Dense implements LinearLayer<tf.Rank.R2> {
  readonly kernel: tf.Variable<tf.Rank.R2>; // [inputs, units]
  readonly bias: tf.Variable<tf.Rank.R1> | null; // [units]
  readonly unitAxis = 1;

  constructor({ inputs, units, bias = true, initializer = glorotNormal }: DenseOptions, rng: Rng) {
    checkSizes({ inputs, units });
    this.kernel = initializer<tf.Rank.R2>([inputs, units], { fanIn: inputs, fanOut: units }, rng);
    this.bias = bias ? zeros<tf.Rank.R1>([units]) : null;
  }

  apply(x: tf.Tensor2D, activation?: Activation, weights: LinearWeights<tf.Rank.R2> = this): tf.Tensor2D {
    const a = x.dtype === 'float32' ? x : tf.cast(x, 'float32'); // one-hot labels are integers
    const plain = () => runKernel<tf.Tensor2D>('BatchMatMul', { a, b: weights.kernel }, { transposeA: false, transposeB: false });
    return runLinear('genmodels:Dense', a, weights, {}, plain, activation);
  }
}
