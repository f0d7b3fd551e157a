import { check } from '@genmodels/core';
import { addGram, mirrorLower } from '../linear-algebra/gram.ts';
import { createMatrix, type Matrix } from '../linear-algebra/matrix.ts';
import type { Pause } from '../pause-or-abort.ts';

/** Rows gathered before they are added, and one more for the merge. */
const blockRows = 255;

/**
 * Mean and covariance of rows that come in parts, in one pass and float64. Each block is centred on its own mean and merged as Chan,
 * Golub and LeVeque 1979 merge two sets: for n rows so far and b new ones the squares between the means are n b / (n + b) d dᵀ, which
 * here is one row more in the block's product. Nothing large cancels, however far from 0 the mean is.
 */
export class MomentsAccumulator {
  readonly width: number;
  readonly mean: Float64Array;
  length = 0;
  /** The sum of (x - mean)(x - mean)ᵀ, on and below the diagonal. */
  readonly #squares: Matrix;
  readonly #block: Float64Array;
  readonly #pause: Pause;
  #filled = 0;

  constructor(width: number, pause: Pause) {
    this.width = width;
    this.mean = new Float64Array(width);
    this.#squares = createMatrix(width, width);
    this.#block = new Float64Array((blockRows + 1) * width);
    this.#pause = pause;
  }

  /** Adds whole rows. */
  async add(values: Float32Array | Float64Array): Promise<void> {
    const { width } = this;
    for (let first = 0; first < values.length; ) {
      const rows = Math.min(blockRows - this.#filled, (values.length - first) / width);
      this.#block.set(values.subarray(first, first + rows * width), this.#filled * width);
      this.#filled += rows;
      first += rows * width;
      if (this.#filled === blockRows) await this.#merge();
    }
  }

  /** The unbiased covariance of all rows. Nothing can be added after. */
  async covariance(): Promise<Matrix> {
    if (this.#filled > 0) await this.#merge();
    check(this.length >= 2, 'invalid-argument', () => `a covariance needs at least two examples, got ${this.length}`);
    mirrorLower(this.#squares);
    const { values } = this.#squares;
    for (let i = 0; i < values.length; i++) values[i]! /= this.length - 1;
    return this.#squares;
  }

  async #merge(): Promise<void> {
    const { width, mean } = this;
    const [before, added] = [this.length, this.#filled];
    const rows = this.#block.subarray(0, (added + 1) * width);
    const blockMean = centre(rows.subarray(0, added * width), width);
    this.length = before + added;
    const weight = Math.sqrt((before * added) / this.length);
    for (let k = 0; k < width; k++) {
      const apart = blockMean[k]! - mean[k]!;
      rows[added * width + k] = weight * apart;
      mean[k]! += (apart * added) / this.length;
    }
    this.#filled = 0;
    await addGram(this.#squares, rows, this.#pause);
  }
}

/** Takes the rows' mean from them, and returns it. */
function centre(rows: Float64Array, width: number): Float64Array {
  const mean = new Float64Array(width);
  for (let at = 0; at < rows.length; at += width) for (let k = 0; k < width; k++) mean[k]! += rows[at + k]!;
  for (let k = 0; k < width; k++) mean[k]! /= rows.length / width;
  for (let at = 0; at < rows.length; at += width) for (let k = 0; k < width; k++) rows[at + k]! -= mean[k]!;
  return mean;
}
