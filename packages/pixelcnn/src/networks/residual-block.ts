import { ConditionBias, MaskedConv2d, type PixelOps, type Rng } from '@genmodels/core';

export interface ResidualBlockOptions {
  /** h: 2h channels in and out, h inside. */
  readonly filters: number;
  readonly groups: number;
  /** Channels of the condition; 0 for none. */
  readonly condition: number;
}

/** x + widen(masked(narrow(x))), relu before each layer (figure 5 of 1601.06759). The input is added once. */
export class ResidualBlock {
  readonly narrow: MaskedConv2d;
  readonly masked: MaskedConv2d;
  readonly condition: ConditionBias | null;
  readonly widen: MaskedConv2d;

  constructor({ filters, groups, condition }: ResidualBlockOptions, rng: Rng) {
    const layer = (inputs: number, filters: number, kernelSize: number, name: string) =>
      new MaskedConv2d({ inputs, filters, kernelSize, type: 'B', groups }, rng.fork(name));
    this.narrow = layer(2 * filters, filters, 1, 'narrow');
    this.masked = layer(filters, filters, 3, 'masked');
    this.condition = condition ? new ConditionBias(condition, filters, rng.fork('condition')) : null;
    this.widen = layer(filters, 2 * filters, 1, 'widen');
  }

  apply<T>(ops: PixelOps<T>, x: T, condition?: T): T {
    const narrow = ops.apply(this.narrow, ops.activate(x, 'relu'), 'relu'); // [batch, height, width, h]
    return ops.add(x, ops.apply(this.widen, this.#look(ops, narrow, condition)));
  }

  /** The masked layer, what the condition adds to it, and relu. */
  #look<T>(ops: PixelOps<T>, narrow: T, condition: T | undefined): T {
    if (this.condition === null) return ops.apply(this.masked, narrow, 'relu');
    return ops.activate(this.condition.apply(ops, ops.apply(this.masked, narrow), condition!), 'relu');
  }
}
