import { channelCount, type JsonObject } from '@genmodels/core';
import * as config from '@genmodels/core/config';
import { AutoregressiveModel } from './autoregressive-model.ts';
import { type PixelChoices, readChoices } from './choices.ts';
import { type PixelConfig, type PixelOptions, pixelFields } from './config.ts';
import { RowLstmNetwork } from './networks/row-lstm-network.ts';

export interface RowLstmConfig extends PixelConfig {
  readonly filters: number;
  readonly layers: number;
  readonly kernelSize: number;
  readonly hidden: number;
}

export interface RowLstmOptions extends PixelOptions {
  /** h of the paper: layers have 2h channels outside and h states. @default 16, or 18 for masked colours */
  readonly filters?: number;
  /** @default 7 */
  readonly layers?: number;
  /** Pixels along each side of the first layer's kernel, an odd number. @default 7 */
  readonly kernelSize?: number;
  /** Channels of the two layers before the output. @default 32, or 33 for masked colours */
  readonly hidden?: number;
}

/**
 * The Row LSTM PixelRNN of van den Oord et al. 2016 (1601.06759, section 3.1): goes down the rows, and sees a triangle of what is above
 * a pixel.
 */
export class RowLstm extends AutoregressiveModel<RowLstmConfig> {
  static readonly kind = 'row-lstm';
  readonly kind = RowLstm.kind;

  constructor(options: RowLstmOptions) {
    super(options, { name: 'RowLstm', fields: rowLstmFields, network: (sizes, rng) => new RowLstmNetwork(sizes, rng) });
  }

  /** The model of a stored config, with its initial weights. */
  static fromConfig(config: JsonObject, choices: PixelChoices = {}): RowLstm {
    return new RowLstm(readChoices(config, choices));
  }
}

function rowLstmFields(groups: number) {
  return {
    ...pixelFields(),
    filters: channelCount(groups, 16),
    layers: config.optional(config.integer({ min: 1 }), 7),
    kernelSize: config.optional(config.integer({ min: 3 }), 7),
    hidden: channelCount(groups, 32),
  };
}
