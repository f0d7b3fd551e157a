import { drawIndex, type LogisticMixture, type PixelDraw } from '@genmodels/core';
import { componentLogistic } from './logistic-mixture-component.ts';

/**
 * Draws the component, then colour by colour a logistic's inverse cumulative distribution, cut to its level before the next colour
 * sees it: at temperature 1 exactly the distribution of `logisticMixtureLogProb`, up to rounding. Takes 1 + channels uniforms.
 */
export function drawMixturePixel(from: PixelDraw, mixture: LogisticMixture): void {
  const { parameters, pixel, uniforms, temperature } = from;
  const component = drawIndex((index) => parameters[index]!, mixture.components, uniforms[0]!, temperature);
  for (let channel = 0; channel < mixture.channels; channel++) {
    const { mean, logScale } = componentLogistic(from, mixture, component, channel);
    const uniform = uniforms[1 + channel]!;
    const value = mean + temperature * Math.exp(logScale) * Math.log(uniform / (1 - uniform));
    pixel[channel] = nearestOf((value + 1) / 2, mixture.levels);
  }
}

/** The level next to a value; the outermost take all that lies beyond. */
function nearestOf(value: number, levels: number): number {
  return Math.fround(Math.round(Math.min(Math.max(value, 0), 1) * (levels - 1)) / (levels - 1));
}
