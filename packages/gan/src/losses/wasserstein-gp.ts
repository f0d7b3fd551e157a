import { wasserstein as formula, gradientPenalty } from '@genmodels/core';
import * as config from '@genmodels/core/config';
import * as tf from '@tensorflow/tfjs-core';
import { defineLoss } from '../loss.ts';

export type WassersteinGpConfig = {
  /** Weight of the penalty, the paper's lambda. @default 10 */
  readonly weight: number;
};

/**
 * The Wasserstein loss whose critic stays Lipschitz because slopes other than 1 between real and fake examples cost `weight` (slope - 1)^2.
 * Asks for five updates of the critic a step; the paper trains both players by Adam at 1e-4 with betas 0 and 0.9. Gulrajani et al. 2017
 * (1704.00028), algorithm 1.
 */
export const wassersteinGp = /* @__PURE__ */ defineLoss<WassersteinGpConfig>('wasserstein-gp', {
  options: (given) => config.object({ weight: config.optional(config.number({ min: 0 }), 10) })(given, 'wassersteinGp'),
  methods: ({ weight }) => ({
    ...formula,
    discriminatorSteps: 5,
    penalty: (critic, real, fake, rng) => tf.tidy(() => tf.mul(gradientPenalty(critic, real, fake, rng), weight)),
  }),
});
