import { ConditionBias, MaskedConv2d, type PixelNetwork, type PixelOps, type Rng } from '@genmodels/core';
import { MaskedLayer } from './masked-layer.ts';

export interface MaskedLayersSizes {
  /** Of the image. */
  readonly channels: number;
  /** Of the output: what the distribution needs of a pixel. */
  readonly parameters: number;
  /** Colours that are masked from each other. */
  readonly groups: number;
  /** Channels of the map and of every layer. */
  readonly features: number;
  /** How many. */
  readonly maskedLayers: number;
  /** Of the first layer; those of the others are 3. */
  readonly kernelSize: number;
}

/**
 * p(pixel given those before it and z): masked layers, of which each sees the pixels before and the map that was made of z, and two 1x1
 * (Gulrajani et al. 2016, section 3.1). The map comes in once more before the output, so that what z alone can say has no long way.
 */
export class MaskedLayers implements PixelNetwork {
  readonly layers: readonly MaskedLayer[];
  readonly hidden: MaskedConv2d;
  readonly map: ConditionBias;
  readonly output: MaskedConv2d;

  constructor({ channels, parameters, groups, features, maskedLayers, kernelSize }: MaskedLayersSizes, rng: Rng) {
    this.layers = Array.from({ length: maskedLayers }, (_, i) => {
      const place = i === 0 ? { inputs: channels, kernelSize, first: true } : { inputs: features, kernelSize: 3, first: false };
      return new MaskedLayer({ ...place, features, groups }, rng.fork('layers').fork(i));
    });
    const pointwise = { inputs: features, kernelSize: 1, type: 'B', groups } as const;
    this.hidden = new MaskedConv2d({ ...pointwise, filters: 2 * features }, rng.fork('hidden'));
    this.map = new ConditionBias(features, 2 * features, rng.fork('map'));
    this.output = new MaskedConv2d({ ...pointwise, inputs: 2 * features, filters: parameters }, rng.fork('output'));
  }

  apply<T>(ops: PixelOps<T>, x: T, map?: T): T {
    const pixels = this.layers.reduce((h, layer) => layer.apply(ops, h, map!), x); //       [batch, height, width, features]
    const h = ops.activate(this.map.apply(ops, ops.apply(this.hidden, pixels), map!), 'relu'); // [batch, height, width, 2 features]
    return ops.apply(this.output, h); //                                                    [batch, height, width, parameters]
  }
}
