import { check, checkFingerprint, digest, equalShapes, fingerprint, levelValues, RangeDecoder } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import type { CodableModel } from './codable-model.ts';
import { codeImages } from './code-images.ts';
import type { CodingOptions } from './compress.ts';
import { type CodedHeader, codedFile, headerBytes, readHeader } from './header.ts';
import { digestCondition, readCondition } from './host-condition.ts';

/**
 * The images that `compress` was given, [count, height, width, channels], which the caller disposes; under the same condition, and
 * with the same model to the bit.
 *
 * Throws 'incompatible-file' for another model, condition or arithmetic, 'corrupt-file' for damaged bytes: a wrong image never
 * comes back. A file may claim up to 2^28 values, which take their time: `signal` ends it.
 */
export async function decompress(model: CodableModel, bytes: Uint8Array, options: CodingOptions = {}): Promise<tf.Tensor4D> {
  const { condition = {}, signal, onProgress } = options;
  const header = await readHeader(bytes);
  await checkModel(header, model);
  const { count, height, width, channels, batchSize } = header;
  const given = await readCondition(model, condition, count);
  checkSame('condition', header.condition, await digestCondition(given), 'give what the images were compressed with');
  const levels = new Uint16Array(count * height * width * channels);
  const decoder = new RangeDecoder(bytes.subarray(headerBytes));
  const code = (frequencies: Uint32Array) => decoder.decode(frequencies);
  await codeImages(model, { count, batchSize, condition: given, levels, code, signal, onProgress });
  decoder.finish();
  check((await digest(levels, 8)) === header.pixels, 'corrupt-file', () => 'compressed images must be whole, got damaged ones');
  const values = levelValues(header.levels);
  return tf.tensor4d(
    Float32Array.from(levels, (level) => values[level]!),
    [count, height, width, channels],
  );
}

async function checkModel(header: CodedHeader, model: CodableModel): Promise<void> {
  const [wanted, got] = [model.spec.shape, [header.height, header.width, header.channels]];
  const { levels } = model.distribution;
  check(
    equalShapes(wanted, got) && levels === header.levels,
    'incompatible-file',
    () =>
      `compressed images must be of ${levels} levels and shape [${wanted}], got ${header.levels} and [${got}]: load their model`,
  );
  checkSame('model', header.model, await fingerprint(model), 'load the one that the images were compressed with');
}

function checkSame(what: string, wanted: string, got: string, advice: string): void {
  checkFingerprint(what, wanted, got, codedFile.content, advice);
}
