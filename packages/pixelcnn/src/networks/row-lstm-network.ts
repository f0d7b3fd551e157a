import { ConditionBias, MaskedConv2d, type PixelNetwork, type PixelOps, type Rng } from '@genmodels/core';
import { LstmHead } from './lstm-head.ts';
import type { LstmSizes } from './lstm-sizes.ts';
import { RowLstmLayer } from './row-lstm-layer.ts';

/** Table 1 of van den Oord et al. 2016 (1601.06759): a 7x7 mask A, Row LSTM layers, two 1x1, the output. */
export class RowLstmNetwork implements PixelNetwork {
  readonly input: MaskedConv2d;
  readonly condition: ConditionBias | null;
  readonly layers: readonly RowLstmLayer[];
  readonly head: LstmHead;

  constructor(sizes: LstmSizes, rng: Rng) {
    const { channels, filters, kernelSize, groups, condition, layers } = sizes;
    const wide = 2 * filters;
    this.input = new MaskedConv2d({ inputs: channels, filters: wide, kernelSize, type: 'A', groups }, rng.fork('input'));
    this.condition = condition ? new ConditionBias(condition, wide, rng.fork('condition')) : null;
    this.layers = Array.from({ length: layers }, (_, i) => new RowLstmLayer(sizes, rng.fork('layers').fork(i)));
    this.head = new LstmHead(sizes, rng.fork('head'));
  }

  apply<T>(ops: PixelOps<T>, x: T, condition?: T): T {
    const first = ops.apply(this.input, x); // [batch, height, width, 2h]
    const biased = this.condition ? this.condition.apply(ops, first, condition!) : first;
    return this.head.apply(
      ops,
      this.layers.reduce((h, layer) => layer.apply(ops, h, condition), biased),
    );
  }
}
