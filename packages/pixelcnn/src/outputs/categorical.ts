import { categoricalPixels, defineChoice } from '@genmodels/core';
import * as config from '@genmodels/core/config';
import type { PixelOutput } from '../output.ts';
import { checkLevels } from './check-levels.ts';

/**
 * A softmax over all levels of each colour, 256 for 8-bit images: any shape of distribution, and no notion of near (van den Oord et
 * al. 2016, 1601.06759, section 3.1). Parameter `level * channels + colour` is the logit of a level.
 */
export const categorical = /* @__PURE__ */ defineChoice<Record<string, never>, Pick<PixelOutput, 'distribution'>>(
  'categorical',
  (given) => config.object({})(given, 'categorical'),
  () => ({ distribution: (spec) => categoricalPixels(checkLevels(spec, 'categorical', 256)) }),
);
