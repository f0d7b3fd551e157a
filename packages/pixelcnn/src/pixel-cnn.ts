import { channelCount, type JsonObject } from '@genmodels/core';
import * as config from '@genmodels/core/config';
import { AutoregressiveModel } from './autoregressive-model.ts';
import { type PixelChoices, readChoices } from './choices.ts';
import { type PixelConfig, type PixelOptions, pixelFields } from './config.ts';
import { PixelCnnNetwork } from './networks/pixel-cnn-network.ts';

export interface PixelCnnConfig extends PixelConfig {
  readonly filters: number;
  readonly blocks: number;
  readonly kernelSize: number;
  readonly hidden: number;
}

export interface PixelCnnOptions extends PixelOptions {
  /** h of the paper: blocks have 2h channels outside and h inside. @default 32, or 33 for masked colours */
  readonly filters?: number;
  /** @default 7 */
  readonly blocks?: number;
  /** Pixels along each side of the first layer's kernel, an odd number. @default 7 */
  readonly kernelSize?: number;
  /** Channels of the two layers before the output. @default 64, or 66 for masked colours */
  readonly hidden?: number;
}

/** The PixelCNN of van den Oord et al. 2016 (1601.06759, section 3.5): masked convolutions, with the blind spot that square masks leave. */
export class PixelCnn extends AutoregressiveModel<PixelCnnConfig> {
  static readonly kind = 'pixelcnn';
  readonly kind = PixelCnn.kind;

  constructor(options: PixelCnnOptions) {
    super(options, { name: 'PixelCnn', fields: pixelCnnFields, network: (sizes, rng) => new PixelCnnNetwork(sizes, rng) });
  }

  /** The model of a stored config, with its initial weights. */
  static fromConfig(config: JsonObject, choices: PixelChoices = {}): PixelCnn {
    return new PixelCnn(readChoices(config, choices));
  }
}

/** The fields of its config, the output apart. */
export function pixelCnnFields(groups: number) {
  return {
    ...pixelFields(),
    filters: channelCount(groups, 32),
    blocks: config.optional(config.integer({ min: 0 }), 7),
    kernelSize: config.optional(config.integer({ min: 1 }), 7),
    hidden: channelCount(groups, 64),
  };
}
