import { glorotNormal, type PixelRecurrence, type Rng } from '@genmodels/core';
import type * as tf from '@tensorflow/tfjs-core';
import { rowFrames } from './frame-plan.ts';
import { scanLstm } from './scan-lstm.ts';

/** The state-to-state part of a Row LSTM (1601.06759, section 3.1): a row at a time, each pixel from the three above it. */
export class RowRecurrence implements PixelRecurrence {
  readonly kernel: tf.Variable<tf.Rank.R3>; // [3, hidden, 4 hidden]
  readonly hidden: number;
  readonly taps = [
    [-1, -1],
    [-1, 0],
    [-1, 1],
  ] as const;
  readonly cell = [-1, 0] as const;

  constructor(hidden: number, rng: Rng) {
    this.hidden = hidden;
    this.kernel = glorotNormal<tf.Rank.R3>([3, hidden, 4 * hidden], { fanIn: 3 * hidden, fanOut: 3 * hidden }, rng); // a gate
  }

  effectiveKernel(): tf.Tensor3D {
    return this.kernel;
  }

  apply(gates: tf.Tensor4D): tf.Tensor4D {
    return scanLstm(gates, this.kernel, { plan: rowFrames(gates.shape[1], gates.shape[2]), taps: this.taps });
  }
}
