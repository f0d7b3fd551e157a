import { conditionChannels } from './conditioner.ts';
import type { PixelModel } from './pixel-model.ts';

/** What every network of this package is built for. */
export interface NetworkSizes {
  /** Of the image. */
  readonly channels: number;
  /** Of the output: what the distribution needs of a pixel. */
  readonly parameters: number;
  /** Colours that are masked from each other; 1 where they are not. */
  readonly groups: number;
  /** Channels of the condition; 0 for none. */
  readonly condition: number;
}

/** What a model's network is built for. */
export function networkSizes({ conditioner, distribution }: Pick<PixelModel, 'conditioner' | 'distribution'>): NetworkSizes {
  const { channels, parameters, turns } = distribution;
  return { channels, parameters, groups: turns, condition: conditioner ? conditionChannels : 0 };
}
