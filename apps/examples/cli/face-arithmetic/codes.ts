import { createRng } from '@genmodels/core';
import type * as tf from '@tensorflow/tfjs-core';
import type { Look, Seen } from './look.ts';
import type { Kind } from './traits.ts';

/** Codes whose faces were looked at. The caller disposes z. */
export interface Codes {
  /** [count, latent] */
  readonly z: tf.Tensor2D;
  readonly kinds: readonly Kind[];
  /** The numbers of those of whose face every classifier is sure. */
  readonly sure: readonly number[];
}

/** Draws codes from N(0, I) and looks at their faces. */
export async function drawCodes(
  look: Look,
  {
    count,
    latent,
    sure,
    seed,
  }: { readonly count: number; readonly latent: number; readonly sure: number; readonly seed: number },
  onProgress?: (done: number) => void,
): Promise<Codes> {
  const z = createRng(seed).fork('codes').normal<tf.Rank.R2>([count, latent]);
  try {
    return { z, ...sureOf(await look(z, onProgress), sure) };
  } catch (error) {
    z.dispose();
    throw error;
  }
}

function sureOf({ kinds, certainties }: Seen, sure: number): Omit<Codes, 'z'> {
  return { kinds, sure: [...certainties.keys()].filter((index) => certainties[index]! >= sure) };
}
