import type { LogisticMixture } from '@genmodels/core';
import { fixedExp, fixedSigmoid } from '../coding/from-core.ts';
import type { CodedColour } from '../output.ts';
import { componentLogistic, type Logistic } from './logistic-mixture-component.ts';

const { fround } = Math;

/** The masses of a colour's levels, up to a common factor: of each component, weighed by what it says of the colours before. In fixed arithmetic. */
export function mixtureMasses(of: CodedColour, mixture: LogisticMixture, masses: Float64Array): void {
  masses.fill(0);
  const largest = of.parameters.subarray(0, mixture.components).reduce((a, b) => Math.max(a, b));
  for (let component = 0; component < mixture.components; component++) {
    const weight = fixedExp(fround(of.parameters[component]! - largest)) * earlierMass(of, mixture, component);
    if (weight === 0) continue;
    const logistic = levelsOf(componentLogistic(of, mixture, component, of.colour), mixture.levels);
    for (let level = 0; level < masses.length; level++) masses[level]! += weight * levelMass(logistic, level);
  }
}

/** What a component gives the colours before this one, as they are. */
function earlierMass(of: CodedColour, mixture: LogisticMixture, component: number): number {
  let product = 1;
  for (let before = 0; before < of.colour; before++) {
    const level = Math.round(of.pixel[before]! * (mixture.levels - 1));
    product *= levelMass(levelsOf(componentLogistic(of, mixture, component, before), mixture.levels), level);
  }
  return product;
}

/** A logistic in units of levels. */
interface LogisticOfLevels {
  readonly mean: number;
  readonly inverseScale: number;
  /** 1 - exp(-width of a level). */
  readonly body: number;
  readonly last: number;
}

function levelsOf({ mean, logScale }: Logistic, levels: number): LogisticOfLevels {
  const last = levels - 1;
  const inverseScale = fixedExp(fround(-logScale)) / last;
  return { mean: mean * last, inverseScale, body: oneMinusExp(inverseScale), last };
}

/** sigmoid(b) - sigmoid(a) = (1 - exp(a - b)) sigmoid(-a) sigmoid(b) from edge to edge, so that nothing cancels; the outermost levels go on for ever. */
function levelMass({ mean, inverseScale, body, last }: LogisticOfLevels, level: number): number {
  const edge = (at: number) => fround((at - mean) * inverseScale);
  const above = level === 0 ? 1 : fixedSigmoid(-edge(level - 0.5));
  const below = level === last ? 1 : fixedSigmoid(edge(level + 0.5));
  return (level === 0 || level === last ? 1 : body) * above * below;
}

/** 1 - exp(-x) for x above 0; by its series where the difference would cancel. */
function oneMinusExp(x: number): number {
  if (x > 0.125) return 1 - fixedExp(fround(-x));
  return x * (1 - (x / 2) * (1 - (x / 3) * (1 - (x / 4) * (1 - x / 5))));
}
