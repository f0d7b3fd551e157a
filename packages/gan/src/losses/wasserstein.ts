import { wasserstein as formula } from '@genmodels/core';
import * as config from '@genmodels/core/config';
import { defineLoss } from '../loss.ts';

export type WassersteinConfig = {
  /** Bound on every weight of the critic, the paper's c. @default 0.01 */
  readonly clip: number;
};

/**
 * fake - real against -fake, for a critic that stays Lipschitz because its weights are clipped after each update. Asks for five updates
 * of the critic a step; the paper trains both players by RMSProp at 5e-5. Arjovsky et al. 2017 (1701.07875), algorithm 1.
 */
export const wasserstein = /* @__PURE__ */ defineLoss<WassersteinConfig>('wasserstein', {
  options: (given) => config.object({ clip: config.optional(config.number({ above: 0 }), 0.01) })(given, 'wasserstein'),
  methods: ({ clip }) => ({ ...formula, discriminatorSteps: 5, clip }),
});
