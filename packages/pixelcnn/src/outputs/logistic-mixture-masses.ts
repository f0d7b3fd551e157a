import type { CodedColour, LogisticMixture } from '@genmodels/core';
import { fixedExp, fixedSigmoid } from '@genmodels/core';
import { type ComponentLogistic, componentLogistic } from './logistic-mixture-component.ts';

/**
 * The masses of a colour's levels given the colours before it, in fixed arithmetic. A component counts as much as its logit says,
 * times what it says of the earlier colours: Bayes' rule makes of the joint mixture a mixture for each colour.
 */
export function mixtureMasses(of: CodedColour, mixture: LogisticMixture, masses: Float64Array): void {
  const { parameters, pixel, colour } = of;
  const { components, levels } = mixture;
  const steps = levels - 1;
  let largest = -Infinity;
  for (let component = 0; component < components; component++) largest = Math.max(largest, parameters[component]!);
  masses.fill(0);
  for (let component = 0; component < components; component++) {
    let weight = fixedExp(parameters[component]! - largest);
    for (let earlier = 0; earlier < colour; earlier++) {
      const logistic = sharpen(componentLogistic(of, mixture, component, earlier), steps);
      weight *= logisticMass(logistic, Math.round(pixel[earlier]! * steps), steps);
    }
    const logistic = sharpen(componentLogistic(of, mixture, component, colour), steps);
    for (let level = 0; level < levels; level++) masses[level]! += weight * logisticMass(logistic, level, steps);
  }
}

/** Of values in [-1, 1]. */
interface Logistic {
  readonly mean: number;
  /** 1 / scale. */
  readonly sharpness: number;
  /** 1 - e^(a - b), where a and b are the standardised edges of any level but the outermost. */
  readonly width: number;
}

function sharpen({ mean, logScale }: ComponentLogistic, steps: number): Logistic {
  const sharpness = fixedExp(-logScale);
  return { mean, sharpness, width: oneMinusExp((2 / steps) * sharpness) };
}

/**
 * sigmoid(b) - sigmoid(a) = (1 - e^(a - b)) sigmoid(-a) sigmoid(b), where a and b are the standardised edges of the level: never a
 * difference of nearly equal numbers. The outermost levels take all that lies beyond.
 */
function logisticMass({ mean, sharpness, width }: Logistic, level: number, steps: number): number {
  const [a, b] = [((2 * level - 1) / steps - 1 - mean) * sharpness, ((2 * level + 1) / steps - 1 - mean) * sharpness];
  if (level === 0) return fixedSigmoid(b);
  if (level === steps) return fixedSigmoid(-a);
  return width * fixedSigmoid(-a) * fixedSigmoid(b);
}

/** 1 - e^-x for x from 0, to 2e-7 of itself: below 0.1 by its series. */
function oneMinusExp(x: number): number {
  return x < 0.1 ? x * (1 - (x / 2) * (1 - (x / 3) * (1 - (x / 4) * (1 - x / 5)))) : 1 - fixedExp(-x);
}
