import {
  checkCount,
  createRng,
  type DiagonalGaussian,
  gaussianLogProb,
  pauser,
  type Rng,
  reparameterize,
  standardNormalLogProb,
} from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { LogMeanExp } from './log-mean-exp.ts';

export interface ImportanceOptions {
  /** Draws of z an example: k in the paper. */
  readonly samples: number;
  /** Same seed and batchSize, same estimate. */
  readonly seed: number;
  /** Rows (examples times draws) that go through the decoder at once: the bound on memory. @default 2048 */
  readonly batchSize?: number;
  readonly signal?: AbortSignal;
  onProgress?(doneExamples: number): void;
}

/** What the estimate needs of a model. */
interface LatentModel {
  readonly encoder: { apply(x: tf.Tensor): DiagonalGaussian };
  logProb(x: tf.Tensor, z: tf.Tensor2D): tf.Tensor1D;
}

/** log (1/k) sum_i p(x, z_i) / q(z_i given x) in nats, one value an example (Burda et al. 2016, eq. 8). */
export async function importanceSample(model: LatentModel, x: tf.Tensor, options: ImportanceOptions): Promise<tf.Tensor1D> {
  const { samples, seed, batchSize = 2048, signal, onProgress } = options;
  checkCount('samples', samples);
  checkCount('batchSize', batchSize);
  const rng = createRng(seed);
  const rest = pauser();
  const estimate = new LogMeanExp(x.shape[0]!);
  for (const piece of pieces(x.shape[0]!, samples, batchSize)) {
    signal?.throwIfAborted();
    const weights = await readLogWeights(model, x, piece, rng.fork(piece.from).fork(piece.draw));
    weights.forEach((weight, i) => estimate.add(piece.from + (i % piece.examples), weight));
    if (piece.draw + piece.draws === samples) onProgress?.(piece.from + piece.examples);
    await rest();
  }
  return tf.tensor1d(estimate.values());
}

/** The draws [draw, draw + draws) of z for the examples [from, from + examples). */
interface Piece {
  readonly from: number;
  readonly examples: number;
  readonly draw: number;
  readonly draws: number;
}

/** Cuts the work into pieces of at most `rows` rows: many examples with all their draws, or one example with some of them. */
function* pieces(examples: number, samples: number, rows: number): Generator<Piece> {
  const width = Math.max(1, Math.floor(rows / samples));
  const depth = Math.min(samples, rows);
  for (let from = 0; from < examples; from += width) {
    for (let draw = 0; draw < samples; draw += depth) {
      yield { from, examples: Math.min(width, examples - from), draw, draws: Math.min(depth, samples - draw) };
    }
  }
}

/** log p(x, z) - log q(z given x): `draws` rows of one value an example. */
async function readLogWeights({ encoder, logProb }: LatentModel, x: tf.Tensor, piece: Piece, rng: Rng): Promise<Float32Array> {
  const weights = tf.tidy(() => {
    const part = tf.slice(x, piece.from, piece.examples);
    const { mean, logVariance } = encoder.apply(part);
    const posterior = { mean: repeat(mean, piece.draws), logVariance: repeat(logVariance, piece.draws) };
    const z = reparameterize(posterior, rng);
    const joint = tf.add(logProb(repeat(part, piece.draws), z), standardNormalLogProb(z));
    return tf.sub(joint, gaussianLogProb(z, posterior));
  });
  try {
    return (await weights.data()) as Float32Array;
  } finally {
    weights.dispose();
  }
}

/** The whole batch `times` times over. By broadcasting: `tf.tile` is twenty times slower on wasm. */
function repeat<T extends tf.Tensor>(x: T, times: number): T {
  const copies = tf.add(x, tf.zeros([times, ...x.shape.map(() => 1)]));
  return tf.reshape(copies, [times * x.shape[0]!, ...x.shape.slice(1)]) as T;
}
