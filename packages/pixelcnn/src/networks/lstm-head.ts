import { MaskedConv2d, type PixelOps, type Rng } from '@genmodels/core';
import type { LstmSizes } from './lstm-sizes.ts';

/** From the features of the last recurrent layer to the output: relu, 1x1, relu, 1x1, relu, 1x1 (table 1 of 1601.06759). */
export class LstmHead {
  readonly hidden: readonly MaskedConv2d[];
  readonly output: MaskedConv2d;

  constructor({ filters, hidden, parameters, groups }: LstmSizes, rng: Rng) {
    const pointwise = (inputs: number, filters: number, name: string) =>
      new MaskedConv2d({ inputs, filters, kernelSize: 1, type: 'B', groups }, rng.fork(name));
    this.hidden = [pointwise(2 * filters, hidden, 'hidden.0'), pointwise(hidden, hidden, 'hidden.1')];
    this.output = pointwise(hidden, parameters, 'output');
  }

  apply<T>(ops: PixelOps<T>, features: T): T {
    const h = this.hidden.reduce((h, layer) => ops.apply(layer, ops.activate(h, 'relu')), features);
    return ops.apply(this.output, ops.activate(h, 'relu')); // [batch, height, width, parameters]
  }
}
