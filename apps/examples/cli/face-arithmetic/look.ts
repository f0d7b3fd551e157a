import type { GanGenerator } from '@genmodels/gan';
import * as tf from '@tensorflow/tfjs-core';
import { type Classifiers, probabilities } from './classifiers.ts';
import type { Kind } from './traits.ts';

/** What the classifiers see in faces. */
export interface Seen {
  readonly kinds: readonly Kind[];
  /** Of each face: how sure the classifier is that is least sure, from 0.5 to 1. */
  readonly certainties: readonly number[];
}

/** Generates the faces of codes [count, latent] and looks at them. */
export type Look = (codes: tf.Tensor2D, onProgress?: (done: number) => void) => Promise<Seen>;

/** Codes at a time. */
const size = 250;

/** A look through these classifiers at what this generator makes of codes. Rejects where `signal` is aborted. */
export function createLook(generator: GanGenerator, classifiers: Classifiers, signal: AbortSignal): Look {
  return async (codes, onProgress) => {
    const count = codes.shape[0];
    const rows: number[][] = [];
    for (let first = 0; first < count; first += size) {
      signal.throwIfAborted();
      const having = tf.tidy(() => {
        const part = tf.slice(codes, [first, 0], [Math.min(size, count - first), -1]);
        return probabilities(classifiers, generator.generate(part));
      });
      rows.push(...(await having.array()));
      having.dispose();
      onProgress?.(rows.length);
    }
    return { kinds: rows.map(kindOf), certainties: rows.map(certaintyOf) };
  };
}

function kindOf(probabilities: readonly number[]): Kind {
  return probabilities.reduce((kind, probability, i) => kind + (probability > 0.5 ? 1 << i : 0), 0);
}

function certaintyOf(probabilities: readonly number[]): number {
  return Math.min(...probabilities.map((probability) => Math.max(probability, 1 - probability)));
}
