import { compile, type PixelProgram } from '@genmodels/core';
import { conditionChannels } from './conditioner.ts';
import type { PixelModel } from './pixel-model.ts';

/** The program of a model's network, with its weights as they are now. */
export function compileModel({ network, conditioner, distribution }: PixelModel): Promise<PixelProgram> {
  return compile(network, {
    channels: distribution.channels,
    ...(conditioner && { condition: { channels: conditionChannels, size: conditioner.size } }),
  });
}
