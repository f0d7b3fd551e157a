import { bernoulliLogProb } from '../../distributions/bernoulli.ts';
import { sigmoid } from '../functions.ts';
import type { PixelDistribution } from './pixel-distribution.ts';

/** Black and white: one logit a colour, which is 1 with probability sigmoid(logit). */
export function bernoulliPixels(channels: number): PixelDistribution {
  return {
    channels,
    levels: 2,
    parameters: channels,
    turns: channels,
    logProb: bernoulliLogProb,
    uniforms: channels,
    draw({ parameters, pixel, turn, uniforms, temperature }) {
      const logit = parameters[turn]! / temperature;
      pixel[turn] = uniforms[turn]! < 1 / (1 + Math.exp(-logit)) ? 1 : 0;
    },
    masses({ parameters, colour }, masses) {
      masses[0] = sigmoid(-parameters[colour]!);
      masses[1] = sigmoid(parameters[colour]!);
    },
  };
}
