import * as tf from '@tensorflow/tfjs-core';
import { check, show } from './errors.ts';
import { runAccelerated } from './kernels.ts';
import { fillNormal } from './random/normal.ts';
import { forkKey, threefry } from './random/threefry.ts';
import { sizeOf } from './shape.ts';

/** Where a stream stands, as JSON: `createRng` goes on from it. */
export interface RngState {
  readonly key: readonly [number, number];
  readonly position: number;
}

/**
 * A seeded stream of random numbers, drawn on the host, so that every backend sees the same ones. Never share one between
 * two consumers: fork a named child, and adding a layer changes no other layer's numbers.
 */
export interface Rng {
  /** Same parent and name, same child, whatever the parent has drawn. */
  fork(name: string | number): Rng;
  /** Fills with draws from U(0, 1), never exactly 0 or 1, not even in float32. Returns `out`. */
  fillUniform(out: Float32Array): Float32Array;
  /** Fills with draws from N(0, 1). Returns `out`. */
  fillNormal(out: Float32Array): Float32Array;
  /** U(0, 1), float32. The caller disposes it. */
  uniform<R extends tf.Rank>(shape: tf.ShapeMap[R]): tf.Tensor<R>;
  /** N(0, 1), float32. The caller disposes it. */
  normal<R extends tf.Rank>(shape: tf.ShapeMap[R]): tf.Tensor<R>;
  /** One draw from U(0, 1). */
  next(): number;
  /** One draw of 32 bits. */
  nextWord(): number;
  toJSON(): RngState;
}

/** Starts a stream from a seed (an integer from 0 to 2^53 - 1; 0 is a seed like any other) or from a stored state. */
export function createRng(seed: number | RngState): Rng {
  if (typeof seed !== 'number') return new ThreefryRng(...seed.key, seed.position);
  checkSeed(seed);
  return new ThreefryRng(seed, seed / 2 ** 32, 0);
}

export function checkSeed(seed: number, name = 'seed'): void {
  check(
    Number.isSafeInteger(seed) && seed >= 0,
    'invalid-argument',
    () => `${name} must be an integer from 0 to 2^53 - 1, got ${show(seed)}`,
  );
}

/**
 * Threefry-2x32 with 20 rounds in counter mode (Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC 2011).
 * Draws and forks mix different counters, so that no child repeats its parent's numbers.
 */
class ThreefryRng implements Rng {
  readonly #key: readonly [number, number];
  /** Words drawn so far, two to a block. */
  #position: number;

  /** The key's words are taken modulo 2^32, without a fraction. */
  constructor(key0: number, key1: number, position: number) {
    this.#key = [key0 >>> 0, key1 >>> 0];
    this.#position = position;
  }

  fork(name: string | number): Rng {
    return new ThreefryRng(...forkKey(this.#key, String(name)), 0);
  }

  fillUniform(out: Float32Array): Float32Array {
    const words = this.#draw(out.length);
    for (let i = 0; i < out.length; i++) out[i] = openUnit(words[i]!);
    return out;
  }

  fillNormal(out: Float32Array): Float32Array {
    fillNormal(this.#draw(out.length + (out.length % 2)), out);
    return out;
  }

  uniform<R extends tf.Rank>(shape: tf.ShapeMap[R]): tf.Tensor<R> {
    return tf.tensor<R>(this.fillUniform(new Float32Array(sizeOf(shape))), shape);
  }

  /** By a kernel of the backend, if it has one and no block is begun: it draws whole ones. */
  normal<R extends tf.Rank>(shape: tf.ShapeMap[R]): tf.Tensor<R> {
    const size = sizeOf(shape);
    const drawn = this.#position % 2 ? undefined : runAccelerated('genmodels:Normals', {}, { ...this.toJSON(), shape });
    if (!drawn) return tf.tensor<R>(this.fillNormal(new Float32Array(size)), shape);
    this.#position += size + (size % 2);
    return drawn[0] as tf.Tensor<R>;
  }

  next(): number {
    return openUnit(this.nextWord());
  }

  nextWord(): number {
    return this.#draw(1)[0]!;
  }

  toJSON(): RngState {
    return { key: this.#key, position: this.#position };
  }

  #draw(count: number): Uint32Array {
    const skip = this.#position % 2;
    const words = new Uint32Array(2 * Math.ceil((skip + count) / 2));
    threefry(...this.#key, (this.#position - skip) / 2, words);
    this.#position += count;
    return words.subarray(skip, skip + count);
  }
}

/** The middle of one of 2^23 cells of (0, 1): exact in float32, so it never rounds to 0 or 1. */
function openUnit(word: number): number {
  return ((word >>> 9) + 0.5) / 2 ** 23;
}
