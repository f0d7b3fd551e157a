import { bernoulliLogProb, type DataSpec, defineChoice, fixedSigmoid } from '@genmodels/core';
import * as config from '@genmodels/core/config';
import type { PixelDistribution, PixelOutput } from '../output.ts';
import { checkLevels } from './check-levels.ts';

/** Black and white: one logit a colour. For binary images; each colour is 1 with probability sigmoid(logit). */
export const bernoulli = /* @__PURE__ */ defineChoice<Record<string, never>, Pick<PixelOutput, 'distribution'>>(
  'bernoulli',
  (given) => config.object({})(given, 'bernoulli'),
  () => ({ distribution }),
);

function distribution(spec: DataSpec): PixelDistribution {
  const { channels } = checkLevels(spec, 'bernoulli', 2);
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
      masses[0] = fixedSigmoid(-parameters[colour]!);
      masses[1] = fixedSigmoid(parameters[colour]!);
    },
  };
}
