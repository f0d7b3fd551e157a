import { bernoulliPixels, defineChoice } from '@genmodels/core';
import * as config from '@genmodels/core/config';
import type { PixelOutput } from '../output.ts';
import { checkLevels } from './check-levels.ts';

/** Black and white: one logit a colour. For binary images; each colour is 1 with probability sigmoid(logit). */
export const bernoulli = /* @__PURE__ */ defineChoice<Record<string, never>, Pick<PixelOutput, 'distribution'>>(
  'bernoulli',
  (given) => config.object({})(given, 'bernoulli'),
  () => ({ distribution: (spec) => bernoulliPixels(checkLevels(spec, 'bernoulli', 2).channels) }),
);
