import type { Choice, DataSpec, PixelDistribution } from '@genmodels/core';

/** A family of p(pixel given those before it), as a choice in a config: `bernoulli()`, `categorical()`, `logisticMixture()`. */
export interface PixelOutput extends Choice {
  /** For images of this kind. Throws 'invalid-config' where the family does not suit them. */
  distribution(spec: DataSpec): PixelDistribution;
}
