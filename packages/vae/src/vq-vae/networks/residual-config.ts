import * as config from '@genmodels/core/config';

export type ResidualConfig = {
  /** Channels of all maps between the image and the vectors; 256 in the paper. @default 64 */
  readonly width: number;
  /** Halvings between the image and the grid of codes: with 2, a code stands for 4 x 4 pixels. @default 2 */
  readonly layers: number;
  /** Residual blocks on either side. @default 2 */
  readonly blocks: number;
};

export function readResidualConfig(given: Partial<ResidualConfig>): ResidualConfig {
  const fields = {
    width: config.optional(config.integer({ min: 1 }), 64),
    layers: config.optional(config.integer({ min: 1, max: 8 }), 2),
    blocks: config.optional(config.integer({ min: 0 }), 2),
  };
  return config.object(fields)(given, 'residual');
}
