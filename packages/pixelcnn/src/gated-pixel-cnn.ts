import { channelCount, type JsonObject } from '@genmodels/core';
import * as config from '@genmodels/core/config';
import { AutoregressiveModel } from './autoregressive-model.ts';
import { type PixelChoices, readChoices } from './choices.ts';
import { type PixelConfig, type PixelOptions, pixelFields } from './config.ts';
import { GatedPixelCnnNetwork } from './networks/gated-pixel-cnn-network.ts';

export interface GatedPixelCnnConfig extends PixelConfig {
  readonly filters: number;
  readonly layers: number;
  readonly firstKernelSize: number;
  readonly kernelSize: number;
  readonly hidden: number;
}

export interface GatedPixelCnnOptions extends PixelOptions {
  /** p: channels of both stacks. @default 32, or 33 for masked colours */
  readonly filters?: number;
  /** After the first. @default 7 */
  readonly layers?: number;
  /** Pixels along each side of the first layer's kernel, an odd number. @default 7 */
  readonly firstKernelSize?: number;
  /** Of the others, an odd number. @default 3 */
  readonly kernelSize?: number;
  /** Channels of the layer before the output. @default 64, or 66 for masked colours */
  readonly hidden?: number;
}

/** The Gated PixelCNN of van den Oord et al. 2016 (1606.05328): two stacks, which together see all pixels before, and gates. */
export class GatedPixelCnn extends AutoregressiveModel<GatedPixelCnnConfig> {
  static readonly kind = 'gated-pixelcnn';
  readonly kind = GatedPixelCnn.kind;

  constructor(options: GatedPixelCnnOptions) {
    super(options, {
      name: 'GatedPixelCnn',
      fields: gatedPixelCnnFields,
      network: (sizes, rng) => new GatedPixelCnnNetwork(sizes, rng),
    });
  }

  /** The model of a stored config, with its initial weights. */
  static fromConfig(config: JsonObject, choices: PixelChoices = {}): GatedPixelCnn {
    return new GatedPixelCnn(readChoices(config, choices));
  }
}

function gatedPixelCnnFields(groups: number) {
  return {
    ...pixelFields(),
    filters: channelCount(groups, 32),
    layers: config.optional(config.integer({ min: 0 }), 7),
    firstKernelSize: config.optional(config.integer({ min: 3 }), 7),
    kernelSize: config.optional(config.integer({ min: 1 }), 3),
    hidden: channelCount(groups, 64),
  };
}
