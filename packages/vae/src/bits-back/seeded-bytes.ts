import { createRng } from '@genmodels/core';

/** A stream of random bytes: what the first latents are drawn with. */
export function seededBytes(seed: number): () => number {
  const rng = createRng(seed).fork('bits-back');
  return () => rng.nextWord() % 256;
}
