import { MaskedConv2d, type PixelOps, type Rng } from '@genmodels/core';
import { RowRecurrence } from '../recurrences/row-recurrence.ts';
import { LstmCells } from './lstm-cells.ts';
import type { LstmLayerSizes } from './lstm-sizes.ts';

/** x + widen(Row LSTM(x)): input-to-state 3x1, state-to-state 3x1, then 1x1 back to 2h (section 3.1 and figure 5 of 1601.06759). */
export class RowLstmLayer {
  readonly cells: LstmCells<RowRecurrence>;
  readonly widen: MaskedConv2d;

  constructor({ filters, groups, condition }: LstmLayerSizes, rng: Rng) {
    const [inputs, recurrence] = [2 * filters, new RowRecurrence(filters, rng.fork('recurrence'))];
    this.cells = new LstmCells({ inputs, kernelSize: 3, recurrence, groups, condition }, rng.fork('cells'));
    this.widen = new MaskedConv2d({ inputs: filters, filters: inputs, kernelSize: 1, type: 'B', groups }, rng.fork('widen'));
  }

  apply<T>(ops: PixelOps<T>, x: T, condition?: T): T {
    return ops.add(x, ops.apply(this.widen, this.cells.apply(ops, x, condition)));
  }
}
