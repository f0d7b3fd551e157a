import { createMachine } from '@genmodels/core';
import { compileModel } from '../compile-model.ts';
import type { PixelModel } from '../pixel-model.ts';
import type { CodableModel } from './codable-model.ts';
import { codePixels } from './code-pixels.ts';
import { conditionOfSome } from './host-condition.ts';
import { HostConditioner } from './host-conditioner.ts';
import type { ImageCoding } from './image-coding.ts';

/** Codes images in the model's own way, or batch after batch. */
export function codeImages(model: ModelToCode, coding: ImageCoding): Promise<void> {
  return model.codeImages ? model.codeImages(coding) : codeBatches(model, coding);
}

type ModelToCode = PixelModel & Pick<CodableModel, 'codeImages'>;

/** Machines give the same bits everywhere, so it does not matter on which backend. */
async function codeBatches(model: PixelModel, coding: ImageCoding): Promise<void> {
  const [height, width, channels] = model.spec.shape as [number, number, number];
  const { count, batchSize, condition, levels, code, signal, onProgress } = coding;
  const size = height * width * channels;
  const program = await compileModel(model);
  const conditioner = model.conditioner && (await HostConditioner.of(model.conditioner, model.spec.shape));
  for (let first = 0; first < count; first += batchSize) {
    signal?.throwIfAborted();
    const end = Math.min(first + batchSize, count);
    const given = conditioner && { condition: conditioner.apply(conditionOfSome(condition, count, first, end)) };
    const machine = createMachine(program, { count: end - first, height, width, ...given });
    try {
      await codePixels(model, machine, { levels: levels.subarray(first * size, end * size), code, signal });
    } finally {
      machine.dispose();
    }
    onProgress?.(end);
  }
}
