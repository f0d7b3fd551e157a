import { ConditionBias, MaskedConv2d, type PixelNetwork, type PixelOps, type Rng } from '@genmodels/core';
import { DiagonalBiLstmLayer } from './diagonal-bi-lstm-layer.ts';
import { LstmHead } from './lstm-head.ts';
import type { LstmSizes } from './lstm-sizes.ts';

/**
 * Table 1 of van den Oord et al. 2016 (1601.06759): a 7x7 mask A, Diagonal BiLSTM layers, two 1x1, the output.
 *
 * One thing is not in the paper. What the right direction makes of a row is shown to the next one, and so may be made of all of that
 * row; but after a mask A no pixel of a row stands for its last one, which the right direction would hide from all pixels of the next
 * row that the 7x7 does not reach. So it begins with a mask B, and the context is whole, as the paper says.
 */
export class DiagonalBiLstmNetwork implements PixelNetwork {
  readonly input: MaskedConv2d;
  readonly rowAbove: MaskedConv2d;
  readonly condition: ConditionBias | null;
  readonly layers: readonly DiagonalBiLstmLayer[];
  readonly head: LstmHead;

  constructor(sizes: LstmSizes, rng: Rng) {
    const { channels, filters, kernelSize, groups, condition, layers } = sizes;
    const first = { inputs: channels, filters: 2 * filters, kernelSize };
    this.input = new MaskedConv2d({ ...first, type: 'A', groups }, rng.fork('input'));
    this.rowAbove = new MaskedConv2d({ ...first, type: 'B' }, rng.fork('rowAbove'));
    this.condition = condition ? new ConditionBias(condition, first.filters, rng.fork('condition')) : null;
    this.layers = Array.from({ length: layers }, (_, i) => new DiagonalBiLstmLayer(sizes, rng.fork('layers').fork(i)));
    this.head = new LstmHead(sizes, rng.fork('head'));
  }

  apply<T>(ops: PixelOps<T>, x: T, condition?: T): T {
    const first = ops.apply(this.input, x); // [batch, height, width, 2h]
    const biased = this.condition ? this.condition.apply(ops, first, condition!) : first;
    const above = ops.apply(this.rowAbove, x);
    const features = this.layers.reduce((h, layer, i) => layer.apply(ops, h, i === 0 ? above : h, condition), biased);
    return this.head.apply(ops, features);
  }
}
