import type { DataSpec } from '@genmodels/core';

/** Whether the values of examples have probabilities, and no densities: then images can be coded, and nats be compared. */
export function isDiscrete({ domain }: DataSpec): boolean {
  return domain === 'binary' || typeof domain === 'object';
}
