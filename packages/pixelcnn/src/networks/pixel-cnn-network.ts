import { ConditionBias, MaskedConv2d, type PixelNetwork, type PixelOps, type Rng } from '@genmodels/core';
import type { NetworkSizes } from '../network.ts';
import { ResidualBlock } from './residual-block.ts';

export interface PixelCnnSizes extends NetworkSizes {
  /** h of the paper: blocks have 2h channels outside and h inside. */
  readonly filters: number;
  readonly blocks: number;
  /** Of the first layer. */
  readonly kernelSize: number;
  /** Channels of the two layers before the output. */
  readonly hidden: number;
}

/** Table 1 of van den Oord et al. 2016 (1601.06759): a 7x7 mask A, residual blocks, two 1x1, the output; relu before each but the first. */
export class PixelCnnNetwork implements PixelNetwork {
  readonly input: MaskedConv2d;
  readonly condition: ConditionBias | null;
  readonly blocks: readonly ResidualBlock[];
  readonly hidden: readonly MaskedConv2d[];
  readonly output: MaskedConv2d;

  constructor({ channels, parameters, groups, condition, ...sizes }: PixelCnnSizes, rng: Rng) {
    const { filters, blocks, kernelSize, hidden } = sizes;
    const wide = 2 * filters;
    const pointwise = (inputs: number, filters: number, name: string) =>
      new MaskedConv2d({ inputs, filters, kernelSize: 1, type: 'B', groups }, rng.fork(name));
    this.input = new MaskedConv2d({ inputs: channels, filters: wide, kernelSize, type: 'A', groups }, rng.fork('input'));
    this.condition = condition ? new ConditionBias(condition, wide, rng.fork('condition')) : null;
    this.blocks = Array.from(
      { length: blocks },
      (_, i) => new ResidualBlock({ filters, groups, condition }, rng.fork('blocks').fork(i)),
    );
    this.hidden = [pointwise(wide, hidden, 'hidden.0'), pointwise(hidden, hidden, 'hidden.1')];
    this.output = pointwise(hidden, parameters, 'output');
  }

  apply<T>(ops: PixelOps<T>, x: T, condition?: T): T {
    const first = ops.apply(this.input, x); //                                                [batch, height, width, 2h]
    const biased = this.condition ? this.condition.apply(ops, first, condition!) : first;
    const features = this.blocks.reduce((h, block) => block.apply(ops, h, condition), biased);
    const h = this.hidden.reduce((h, layer) => ops.apply(layer, ops.activate(h, 'relu')), features);
    return ops.apply(this.output, ops.activate(h, 'relu')); //                                [batch, height, width, parameters]
  }
}
