import { hinge as formula } from '@genmodels/core';
import { defineLoss } from '../loss.ts';

/** max(0, 1 - real) + max(0, 1 + fake) against -fake: the usual one under spectral normalisation. Lim and Ye 2017 (1705.02894). */
export const hinge = /* @__PURE__ */ defineLoss('hinge', {
  methods: () => ({ ...formula, discriminatorSteps: 1, boundary: 0 }),
});
