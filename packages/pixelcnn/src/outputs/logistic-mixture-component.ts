import { fixedTanh, type LogisticMixture, minimumLogScale } from '@genmodels/core';

/** A logistic distribution of a colour, of values in [-1, 1]. */
export interface ComponentLogistic {
  readonly mean: number;
  readonly logScale: number;
}

interface MixturePixel {
  /** Of one pixel, in the order that `LogisticMixture` says. */
  readonly parameters: Float32Array;
  /** Its colours in [0, 1], of which those before the asked one are set. */
  readonly pixel: Float32Array;
}

/** What one component says of one colour, given those before it; in fixed arithmetic, as `PixelDistribution.masses` asks. */
export function componentLogistic(
  { parameters, pixel }: MixturePixel,
  { channels, components }: LogisticMixture,
  component: number,
  colour: number,
): ComponentLogistic {
  const parameter = (row: number) => parameters[row * components + component]!; // one row a mean, a log scale, a coefficient
  const firstPair = 1 + 2 * channels + (colour * (colour - 1)) / 2;
  let mean = parameter(1 + colour);
  for (let before = 0; before < colour; before++) mean += fixedTanh(parameter(firstPair + before)) * (2 * pixel[before]! - 1);
  return { mean, logScale: Math.max(parameter(1 + channels + colour), minimumLogScale + Math.LN2) };
}
