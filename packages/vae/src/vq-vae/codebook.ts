import { drawPermutation, normal, type Rng, zeros } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import type { CodebookConfig } from './config.ts';

/**
 * The vectors that stand for an encoder's outputs, which come as rows [rows, dimensions]. It has no gradient: each vector is the
 * running average of the rows to which it is the nearest (van den Oord et al. 2017, appendix A.1). Both variables are saved with the model.
 */
export class Codebook {
  readonly vectors: tf.Variable<tf.Rank.R2>; // [entries, dimensions]
  /** Running average of each entry's uses a batch, N in the paper; all zeros before the first batch. */
  readonly uses: tf.Variable<tf.Rank.R1>; // [entries]
  readonly decay: number;
  readonly deadBelow: number;

  constructor({ entries, dimensions, decay, deadBelow }: CodebookConfig, rng: Rng) {
    this.vectors = normal(1)<tf.Rank.R2>([entries, dimensions], { fanIn: entries, fanOut: dimensions }, rng);
    this.uses = zeros<tf.Rank.R1>([entries]);
    this.vectors.trainable = false;
    this.uses.trainable = false;
    this.decay = decay;
    this.deadBelow = deadBelow;
  }

  /** The entry nearest to each row, int32 [rows]; of equally near ones the first. */
  nearest(rows: tf.Tensor2D): tf.Tensor1D {
    return tf.tidy(() => {
      const lengths = tf.sum(tf.square(this.vectors), 1);
      const distances = tf.sub(lengths, tf.mul(tf.matMul(rows, this.vectors, false, true), 2)); // less |row|^2, which decides nothing
      return tf.argMin(distances, 1);
    });
  }

  /** The vectors of entries: int32 [...] -> [..., dimensions]. */
  lookUp(entries: tf.Tensor): tf.Tensor {
    return tf.gather(this.vectors, entries);
  }

  /** A codebook that no batch has met takes rows of this one for its vectors; one in use stays as it is. */
  start(rows: tf.Tensor2D, rng: Rng): void {
    tf.tidy(() => this.#replace(tf.equal(tf.max(this.uses), 0), rows, tf.scalar(rows.shape[0] / this.uses.size), rng));
  }

  /** Dead entries take rows of this batch. */
  restart(rows: tf.Tensor2D, rng: Rng): void {
    tf.tidy(() => this.#replace(this.#dead(), rows, tf.mean(this.uses), rng));
  }

  /**
   * One step of the running averages; `chosen` is one-hot, [rows, entries]. With N' = decay N + (1 - decay) n, the paper's
   * m' / N' is e + (1 - decay) (sum of its rows - n e) / N', which needs no m and leaves an unused vector where it is.
   */
  follow(rows: tf.Tensor2D, chosen: tf.Tensor2D): void {
    tf.tidy(() => {
      const counts = tf.sum<tf.Tensor1D>(chosen, 0);
      const uses: tf.Tensor1D = tf.add(tf.mul(this.uses, this.decay), tf.mul(counts, 1 - this.decay));
      const pull = tf.sub(tf.matMul(chosen, rows, true), tf.mul(this.vectors, column(counts)));
      const share = tf.div(1 - this.decay, tf.maximum(uses, 1e-12)); // of an entry never used the pull is 0
      this.vectors.assign(tf.add(this.vectors, tf.mul(pull, column(share))));
      this.uses.assign(uses);
    });
  }

  /** The share of its entries that are not dead. */
  live(): tf.Scalar {
    return tf.tidy(() => tf.sub(1, tf.mean(tf.cast(this.#dead(), 'float32'))));
  }

  #dead(): tf.Tensor1D {
    return tf.less(this.uses, tf.mul(tf.mean(this.uses), this.deadBelow));
  }

  /**
   * `which` is a boolean for each entry, or one for all. A new vector counts for twice the uses of a dead one: it has time to prove itself,
   * and weighs little against the rows that it meets.
   */
  #replace(which: tf.Tensor, rows: tf.Tensor2D, averageUses: tf.Scalar, rng: Rng): void {
    const drawn = drawRows(rows, this.uses.size, rng);
    this.vectors.assign(tf.where(column(which), drawn, this.vectors));
    const uses: tf.Tensor1D = tf.reshape(tf.mul(averageUses, 2 * this.deadBelow), [1]);
    this.uses.assign(tf.where(which, uses, this.uses));
  }
}

function column(x: tf.Tensor): tf.Tensor2D {
  return tf.reshape(x, [-1, 1]);
}

/** As many rows as the codebook has entries, each once as far as they go. */
function drawRows(rows: tf.Tensor2D, count: number, rng: Rng): tf.Tensor2D {
  const order = drawPermutation(rows.shape[0], rng);
  const drawn = Int32Array.from({ length: count }, (_, i) => order[i % order.length]!);
  return tf.gather(rows, tf.tensor1d(drawn, 'int32'));
}
