import { nonSaturating as formula } from '@genmodels/core';
import { defineLoss } from '../loss.ts';
import { readSmoothing, type SmoothingConfig, smoothLogistic } from './label-smoothing.ts';

/** -log D(real) - log(1 - D(fake)) against -log D(fake): keeps its slope where D is sure. Goodfellow et al. 2014 (1406.2661), section 3. */
export const nonSaturating = /* @__PURE__ */ defineLoss<SmoothingConfig>('non-saturating', {
  options: /* @__PURE__ */ readSmoothing('nonSaturating'),
  methods: (options) => ({ ...smoothLogistic(formula, options), discriminatorSteps: 1, boundary: 0 }),
});
