import { minimax as formula } from '@genmodels/core';
import { defineLoss } from '../loss.ts';
import { readSmoothing, type SmoothingConfig, smoothLogistic } from './label-smoothing.ts';

/** The zero-sum game, whose generator minimises log(1 - D(fake)) and stops learning where D is sure. 1406.2661, eq. 1. */
export const minimax = /* @__PURE__ */ defineLoss<SmoothingConfig>('minimax', {
  options: /* @__PURE__ */ readSmoothing('minimax'),
  methods: (options) => ({ ...smoothLogistic(formula, options), discriminatorSteps: 1, boundary: 0 }),
});
