import { type LogisticMixture, minimumLogScale } from '@genmodels/core';
import { fixedTanh } from '../coding/from-core.ts';

/** A logistic distribution of a colour, in units of [0, 1]. */
export interface Logistic {
  readonly mean: number;
  readonly logScale: number;
}

interface MixturePixel {
  /** Of one pixel, in the order that `LogisticMixture` says. */
  readonly parameters: Float32Array;
  /** Its colours in [0, 1], of which those before `channel` are set. */
  readonly pixel: Float32Array;
}

/** What one component says of one colour, given those before it. In fixed arithmetic: see `PixelDistribution.masses`. */
export function componentLogistic(
  { parameters, pixel }: MixturePixel,
  { channels, components }: LogisticMixture,
  component: number,
  channel: number,
): Logistic {
  const parameter = (row: number) => parameters[row * components + component]!; // one row a mean, a log scale, a coefficient
  const firstPair = 1 + 2 * channels + (channel * (channel - 1)) / 2;
  let mean = parameter(1 + channel); // of values in [-1, 1]
  for (let before = 0; before < channel; before++) mean += fixedTanh(parameter(firstPair + before)) * (2 * pixel[before]! - 1);
  return { mean: (mean + 1) / 2, logScale: Math.max(parameter(1 + channels + channel) - Math.LN2, minimumLogScale) };
}
