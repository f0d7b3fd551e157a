import { MaskedConv2d, type PixelOps, type Rng } from '@genmodels/core';
import { DiagonalRecurrence, type DiagonalRecurrenceOptions } from '../recurrences/diagonal-recurrence.ts';
import { LstmCells } from './lstm-cells.ts';
import type { LstmLayerSizes } from './lstm-sizes.ts';

/**
 * x + widen(left + right): two LSTMs along the diagonals, from both upper corners; input-to-state 1x1, state-to-state 2x1, then 1x1 back
 * to 2h (section 3.2 and figure 5 of 1601.06759). The right one is shifted down a row, so that it shows no later pixel.
 */
export class DiagonalBiLstmLayer {
  readonly left: LstmCells<DiagonalRecurrence>;
  readonly right: LstmCells<DiagonalRecurrence>;
  readonly widen: MaskedConv2d;

  constructor({ filters, groups, condition }: LstmLayerSizes, rng: Rng) {
    const inputs = 2 * filters;
    const cells = (side: DiagonalRecurrenceOptions['side']) => {
      const recurrence = new DiagonalRecurrence({ hidden: filters, side }, rng.fork(side).fork('recurrence'));
      return new LstmCells({ inputs, kernelSize: 1, recurrence, groups, condition }, rng.fork(side));
    };
    this.left = cells('left');
    this.right = cells('right');
    this.widen = new MaskedConv2d({ inputs: filters, filters: inputs, kernelSize: 1, type: 'B', groups }, rng.fork('widen'));
  }

  /** `above` is what the right direction looks at: x itself, but for the first layer. */
  apply<T>(ops: PixelOps<T>, x: T, above: T, condition?: T): T {
    const left = this.left.apply(ops, x, condition); //                      [batch, height, width, h]
    const right = ops.shiftDown(this.right.apply(ops, above, condition)); // [batch, height, width, h]
    return ops.add(x, ops.apply(this.widen, ops.add(left, right)));
  }
}
