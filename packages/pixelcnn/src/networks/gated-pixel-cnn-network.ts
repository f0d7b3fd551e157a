import { MaskedConv2d, type PixelNetwork, type PixelOps, type Rng } from '@genmodels/core';
import type { NetworkSizes } from '../network.ts';
import { GatedLayer, type Stacks } from './gated-layer.ts';

export interface GatedPixelCnnSizes extends NetworkSizes {
  /** p: channels of both stacks. */
  readonly filters: number;
  /** After the first. */
  readonly layers: number;
  /** Of the first layer. */
  readonly firstKernelSize: number;
  /** Of the others. */
  readonly kernelSize: number;
  /** Channels of the layer before the output. */
  readonly hidden: number;
}

/** Two stacks of gated layers; what each layer skips ahead is summed, and goes through relu, 1x1, relu, 1x1 (1606.05328, section 2). */
export class GatedPixelCnnNetwork implements PixelNetwork {
  readonly layers: readonly GatedLayer[];
  readonly hidden: MaskedConv2d;
  readonly output: MaskedConv2d;

  constructor({ channels, parameters, groups, condition, ...sizes }: GatedPixelCnnSizes, rng: Rng) {
    const { filters, layers, firstKernelSize, kernelSize, hidden } = sizes;
    this.layers = Array.from({ length: 1 + layers }, (_, i) => {
      const place =
        i === 0 ? { inputs: channels, kernelSize: firstKernelSize, first: true } : { inputs: filters, kernelSize, first: false };
      return new GatedLayer({ ...place, last: i === layers, filters, groups, condition }, rng.fork('layers').fork(i));
    });
    const pointwise = { kernelSize: 1, type: 'B', groups } as const;
    this.hidden = new MaskedConv2d({ ...pointwise, inputs: filters, filters: hidden }, rng.fork('hidden'));
    this.output = new MaskedConv2d({ ...pointwise, inputs: hidden, filters: parameters }, rng.fork('output'));
  }

  apply<T>(ops: PixelOps<T>, x: T, condition?: T): T {
    let stacks: Stacks<T> = { vertical: x, horizontal: x };
    let sum: T | undefined;
    for (const layer of this.layers) {
      const { skip, ...next } = layer.apply(ops, stacks, condition);
      stacks = next;
      sum = sum === undefined ? skip : ops.add(sum, skip);
    }
    const h = ops.apply(this.hidden, ops.activate(sum!, 'relu'), 'relu'); // [batch, height, width, hidden]
    return ops.apply(this.output, h); //                                      [batch, height, width, parameters]
  }
}
