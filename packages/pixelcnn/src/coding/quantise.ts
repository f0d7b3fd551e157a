import { frequencyTotal } from '@genmodels/core';

/**
 * From masses, up to a common factor, to the integers that a coder takes: `frequencyTotal` together, each at least 1, so that every
 * level can be coded. Where the masses say nothing (all 0, or one is NaN or infinite) all levels count alike. Sums, products and
 * quotients of doubles in a fixed order: the same on every engine.
 */
export function quantise(masses: Float64Array, frequencies: Uint32Array): void {
  let total = 0;
  let likeliest = 0;
  for (let level = 0; level < masses.length; level++) {
    total += masses[level]!;
    if (masses[level]! > masses[likeliest]!) likeliest = level;
  }
  const known = total > 0 && total < Infinity;
  const spare = frequencyTotal - masses.length;
  let left = frequencyTotal;
  for (let level = 0; level < masses.length; level++) {
    frequencies[level] = known ? 1 + Math.floor((masses[level]! / total) * spare) : Math.floor(frequencyTotal / masses.length);
    left -= frequencies[level]!;
  }
  frequencies[known ? likeliest : 0]! += left; // what the rounding down has left
}
