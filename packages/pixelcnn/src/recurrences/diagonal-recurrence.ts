import { glorotNormal, type PixelRecurrence, type Rng } from '@genmodels/core';
import type * as tf from '@tensorflow/tfjs-core';
import { diagonalFrames } from './frame-plan.ts';
import { scanLstm } from './scan-lstm.ts';

export interface DiagonalRecurrenceOptions {
  readonly hidden: number;
  /** Where the neighbour is that it goes on from, beside the one above. */
  readonly side: 'left' | 'right';
}

/** The state-to-state part of one direction of a Diagonal BiLSTM (1601.06759, section 3.2): a diagonal at a time. */
export class DiagonalRecurrence implements PixelRecurrence {
  readonly kernel: tf.Variable<tf.Rank.R3>; // [2, hidden, 4 hidden]: above, beside
  readonly hidden: number;
  readonly side: 'left' | 'right';
  readonly taps: PixelRecurrence['taps'];
  readonly cell: PixelRecurrence['cell'];

  constructor({ hidden, side }: DiagonalRecurrenceOptions, rng: Rng) {
    this.hidden = hidden;
    this.side = side;
    this.cell = [0, side === 'left' ? -1 : 1];
    this.taps = [[-1, 0], this.cell];
    this.kernel = glorotNormal<tf.Rank.R3>([2, hidden, 4 * hidden], { fanIn: 2 * hidden, fanOut: 2 * hidden }, rng); // a gate
  }

  effectiveKernel(): tf.Tensor3D {
    return this.kernel;
  }

  apply(gates: tf.Tensor4D): tf.Tensor4D {
    return scanLstm(gates, this.kernel, { plan: diagonalFrames(gates.shape[1], gates.shape[2], this.side), taps: this.taps });
  }
}
