import { ConditionBias, MaskedConv2d, type PixelOps, type Rng } from '@genmodels/core';

export interface MaskedLayerOptions {
  /** Channels of what comes in: the image's in the first layer, `features` in the others. */
  readonly inputs: number;
  /** Of what goes out, and of the map. */
  readonly features: number;
  readonly kernelSize: number;
  /** The first layer leaves the own pixel out, and has nothing of its size to add to. */
  readonly first: boolean;
  readonly groups: number;
}

/** x + gate(masked(x) + project(map)): what the pixels before say, under what z says of the place. */
export class MaskedLayer {
  readonly masked: MaskedConv2d;
  readonly map: ConditionBias;
  readonly #first: boolean;

  constructor({ inputs, features, kernelSize, first, groups }: MaskedLayerOptions, rng: Rng) {
    const type = first ? 'A' : 'B';
    this.masked = new MaskedConv2d({ inputs, filters: 2 * features, kernelSize, type, groups }, rng.fork('masked'));
    this.map = new ConditionBias(features, 2 * features, rng.fork('map'));
    this.#first = first;
  }

  apply<T>(ops: PixelOps<T>, x: T, map: T): T {
    const change = ops.activate(this.map.apply(ops, ops.apply(this.masked, x), map), 'gated'); // [batch, height, width, features]
    return this.#first ? change : ops.add(x, change);
  }
}
