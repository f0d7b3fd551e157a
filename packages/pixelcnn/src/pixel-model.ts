import type { DataSpec, PixelDistribution, PixelNetwork } from '@genmodels/core';
import type { Conditioner } from './conditioner.ts';

/** A model as the functions of this package see it. */
export interface PixelModel {
  /** What one image is. */
  readonly spec: DataSpec;
  readonly network: PixelNetwork;
  readonly distribution: PixelDistribution;
  /** Absent where the model is unconditional. */
  readonly conditioner: Conditioner | null;
}
