import {
  type Condition,
  check,
  checkCodedSize,
  checkCount,
  checkExamples,
  digest,
  fingerprint,
  joinCoded,
  RangeEncoder,
  toLevels,
} from '@genmodels/core';
import type * as tf from '@tensorflow/tfjs-core';
import type { CodableModel } from './codable-model.ts';
import { codeImages } from './code-images.ts';
import { largestBatch, writeHeader } from './header.ts';
import { digestCondition, readCondition } from './host-condition.ts';

export interface CodingOptions {
  /** What the images are conditioned on. It is not in the file: who decompresses must have it too. */
  readonly condition?: Condition;
  readonly signal?: AbortSignal;
  /** Called after each batch, with the images that are done. */
  onProgress?(done: number): void;
}

export interface CompressOptions extends CodingOptions {
  /** Images coded side by side, whose memory a decoder needs too: at most 1024. @default 64 */
  readonly batchSize?: number;
}

/**
 * Images, [count, height, width, channels] of exact levels in [0, 1], as bytes that `decompress` turns back, bit-equal: a header of
 * `headerBytes` bytes, then -log2 p(x) bits for all images together, to 0.5 % and 8 bytes. Less where the model holds a level for
 * almost impossible, since no level costs more than 24 bits.
 *
 * Throws 'invalid-shape' and 'invalid-value' for images that are not the model's, 'invalid-argument' for more than 2^28 values.
 */
export async function compress(model: CodableModel, images: tf.Tensor, options: CompressOptions = {}): Promise<Uint8Array> {
  const { batchSize = 64, condition = {}, signal, onProgress } = options;
  checkExamples(images, model.spec.shape, 'images');
  checkCodedSize(images.size);
  checkBatchSize(batchSize);
  const [count, height, width, channels] = images.shape as [number, number, number, number];
  const given = await readCondition(model, condition, count);
  const levels = toLevels(await images.data(), model.distribution.levels);
  const header = await writeHeader({
    ...{ batchSize, count, height, width, channels, levels: model.distribution.levels },
    model: await fingerprint(model),
    condition: await digestCondition(given),
    pixels: await digest(levels, 8),
  });
  const encoder = new RangeEncoder();
  const code = (frequencies: Uint32Array, level: number) => {
    encoder.encode(level, frequencies);
    return level;
  };
  await codeImages(model, { count, batchSize, condition: given, levels, code, signal, onProgress });
  return joinCoded(header, encoder.finish());
}

function checkBatchSize(batchSize: number): void {
  checkCount('batchSize', batchSize);
  check(batchSize <= largestBatch, 'invalid-argument', () => `batchSize must be at most ${largestBatch}, got ${batchSize}`);
}
