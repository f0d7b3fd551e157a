import { checkCount, createRng, type LabelCondition, pauser, type Rng } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { drawImportanceTerms, type Examples, type LatentModel, logWeights } from './importance-weights.ts';
import { LogMeanExp } from './log-mean-exp.ts';

export interface ImportanceOptions {
  /** Draws of z an example: k in the paper. */
  readonly samples: number;
  /** Same seed and batchSize, same estimate. */
  readonly seed: number;
  /** A class for each example, where the model has classes. */
  readonly condition?: LabelCondition;
  /** Rows (examples times draws) that go through the decoder at once: the bound on memory. @default 2048 */
  readonly batchSize?: number;
  readonly signal?: AbortSignal;
  onProgress?(doneExamples: number): void;
}

/** log p(x) in nats as it was estimated, one value an example. The caller disposes both. */
export interface LogLikelihoodEstimate {
  /** log (1/k) sum_i p(x, z_i) / q(z_i given x). */
  readonly value: tf.Tensor1D;
  /**
   * Of the value, over other draws of z. Half its square is about how far the value lies below log p(x) on average. It cannot exceed
   * one nat: near one, a single draw outweighs the others, and the value is but a bound.
   */
  readonly standardError: tf.Tensor1D;
}

/** Weighs `samples` draws of z an example (Burda et al. 2016, eq. 8). */
export async function importanceSample(model: LatentModel, examples: Examples, options: ImportanceOptions): Promise<LogMeanExp> {
  const { samples, seed, batchSize = 2048, signal, onProgress } = options;
  checkCount('samples', samples);
  checkCount('batchSize', batchSize);
  const rng = createRng(seed);
  const rest = pauser();
  const count = examples.x.shape[0]!;
  const estimate = new LogMeanExp(count);
  for (const piece of pieces(count, samples, batchSize)) {
    signal?.throwIfAborted();
    const weights = await readLogWeights(model, examples, piece, rng.fork(piece.from).fork(piece.draw));
    weights.forEach((weight, i) => estimate.add(piece.from + (i % piece.examples), weight));
    if (piece.draw + piece.draws === samples) onProgress?.(piece.from + piece.examples);
    await rest();
  }
  return estimate;
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
async function readLogWeights(model: LatentModel, { x, y }: Examples, piece: Piece, rng: Rng): Promise<Float32Array> {
  const weights = tf.tidy(() => {
    const { from, examples, draws } = piece;
    const part = { x: tf.slice(x, from, examples), y: y && tf.slice(y, from, examples) };
    return logWeights(drawImportanceTerms(model, part, draws, rng));
  });
  try {
    return (await weights.data()) as Float32Array;
  } finally {
    weights.dispose();
  }
}
