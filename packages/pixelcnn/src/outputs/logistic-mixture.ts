import {
  type DataSpec,
  defineChoice,
  type LogisticMixture,
  logisticMixtureLogProb,
  logisticMixtureParameters,
  type PixelDistribution,
} from '@genmodels/core';
import * as config from '@genmodels/core/config';
import type { PixelOutput } from '../output.ts';
import { checkLevels } from './check-levels.ts';
import { drawMixturePixel } from './logistic-mixture-draw.ts';
import { mixtureMasses } from './logistic-mixture-masses.ts';

export interface LogisticMixtureConfig extends Record<string, number> {
  /** Logistics in the mixture. @default 10 */
  readonly components: number;
}

/**
 * A mixture of logistics, cut into the image's levels: near levels are alike, and a pixel takes few parameters. Colours are drawn
 * together, the mean of each shifted in proportion to those before it (Salimans et al. 2017, 1701.05517, sections 2.1 and 2.2), so
 * it serves networks that mask no colours too. `LogisticMixture` in core says what each parameter is.
 */
export const logisticMixture = /* @__PURE__ */ defineChoice<LogisticMixtureConfig, Pick<PixelOutput, 'distribution'>>(
  'logisticMixture',
  (given) => config.object({ components: config.optional(config.integer({ min: 1 }), 10) })(given, 'logisticMixture'),
  ({ components }) => ({ distribution: (spec) => distribution(spec, components) }),
);

function distribution(spec: DataSpec, components: number): PixelDistribution {
  const { channels, levels } = checkLevels(spec, 'logisticMixture', 256);
  const mixture: LogisticMixture = { channels, components, levels };
  return {
    channels,
    levels,
    parameters: logisticMixtureParameters(mixture),
    turns: 1,
    logProb: (x, parameters) => logisticMixtureLogProb(x, parameters, mixture),
    uniforms: 1 + channels,
    draw: (from) => drawMixturePixel(from, mixture),
    masses: (of, masses) => mixtureMasses(of, mixture, masses),
  };
}
