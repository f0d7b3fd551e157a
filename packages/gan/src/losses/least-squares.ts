import { leastSquares as formula } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { defineLoss } from '../loss.ts';
import { readSmoothing, type SmoothingConfig } from './label-smoothing.ts';

/** 1/2 (real - target)^2 + 1/2 fake^2 against 1/2 (fake - 1)^2, the target 1 less `labelSmoothing`. Mao et al. 2017 (1611.04076), eq. 9. */
export const leastSquares = /* @__PURE__ */ defineLoss<SmoothingConfig>('least-squares', {
  options: /* @__PURE__ */ readSmoothing('leastSquares'),
  methods: ({ labelSmoothing }) => ({
    ...formula,
    discriminator: (real, fake) => tf.tidy(() => formula.discriminator(tf.add(real, labelSmoothing), fake)),
    discriminatorSteps: 1,
    boundary: 0.5,
  }),
});
