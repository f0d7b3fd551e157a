import { channelCount, type JsonObject } from '@genmodels/core';
import * as config from '@genmodels/core/config';
import { AutoregressiveModel } from './autoregressive-model.ts';
import { type PixelChoices, readChoices } from './choices.ts';
import { type PixelConfig, type PixelOptions, pixelFields } from './config.ts';
import { DiagonalBiLstmNetwork } from './networks/diagonal-bi-lstm-network.ts';

export interface DiagonalBiLstmConfig extends PixelConfig {
  readonly filters: number;
  readonly layers: number;
  readonly kernelSize: number;
  readonly hidden: number;
}

export interface DiagonalBiLstmOptions extends PixelOptions {
  /** h of the paper: layers have 2h channels outside and h states a direction. @default 16, or 18 for masked colours */
  readonly filters?: number;
  /** @default 7 */
  readonly layers?: number;
  /** Pixels along each side of the first layer's kernel, an odd number. @default 7 */
  readonly kernelSize?: number;
  /** Channels of the two layers before the output. @default 32, or 33 for masked colours */
  readonly hidden?: number;
}

/**
 * The Diagonal BiLSTM PixelRNN of van den Oord et al. 2016 (1601.06759, section 3.2): goes along the diagonals from both upper corners,
 * and sees all pixels before.
 */
export class DiagonalBiLstm extends AutoregressiveModel<DiagonalBiLstmConfig> {
  static readonly kind = 'diagonal-bi-lstm';
  readonly kind = DiagonalBiLstm.kind;

  constructor(options: DiagonalBiLstmOptions) {
    super(options, {
      name: 'DiagonalBiLstm',
      fields: diagonalBiLstmFields,
      network: (sizes, rng) => new DiagonalBiLstmNetwork(sizes, rng),
    });
  }

  /** The model of a stored config, with its initial weights. */
  static fromConfig(config: JsonObject, choices: PixelChoices = {}): DiagonalBiLstm {
    return new DiagonalBiLstm(readChoices(config, choices));
  }
}

function diagonalBiLstmFields(groups: number) {
  return {
    ...pixelFields(),
    filters: channelCount(groups, 16),
    layers: config.optional(config.integer({ min: 1 }), 7),
    kernelSize: config.optional(config.integer({ min: 3 }), 7),
    hidden: channelCount(groups, 32),
  };
}
