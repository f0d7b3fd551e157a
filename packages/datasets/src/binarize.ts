import type { Rng } from '@genmodels/core';

/** 1 where a fresh uniform number lies below the intensity, else 0: a draw from Bernoulli(intensity), in place. */
export function drawBits(intensities: Float32Array, rng: Rng): Float32Array {
  const uniform = rng.fillUniform(new Float32Array(intensities.length));
  for (let i = 0; i < intensities.length; i++) intensities[i] = uniform[i]! < intensities[i]! ? 1 : 0;
  return intensities;
}
