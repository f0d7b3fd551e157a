import { check, equalShapes, type GivenPixels, show } from '@genmodels/core';
import type * as tf from '@tensorflow/tfjs-core';
import type { PixelModel } from './pixel-model.ts';

/** Reads the pixels that stay, and refuses those that the model has no levels for. */
export async function readGiven(model: PixelModel, images: tf.Tensor, mask: tf.Tensor): Promise<GivenPixels> {
  checkMask(mask, images.shape);
  const [values, marks] = await Promise.all([images.data<'float32'>(), mask.data<'float32'>()]);
  const wrong = marks.find((mark) => mark !== 0 && mark !== 1);
  check(wrong === undefined, 'invalid-value', () => `mask must be 1 where a pixel stays and 0 where it is drawn, got ${wrong}`);
  const pixels = images.size / model.distribution.channels;
  const known = Uint8Array.from({ length: pixels }, (_, pixel) => marks[pixel % marks.length]!);
  checkLevels(values, known, model);
  return { values: Float32Array.from(values), known };
}

function checkMask(mask: tf.Tensor, [count, height, width]: readonly number[]): void {
  const [one, all] = [
    [height!, width!],
    [count!, height!, width!],
  ];
  const shape = mask?.shape ?? [];
  check(
    equalShapes(shape, one) || equalShapes(shape, all),
    'invalid-shape',
    () => `mask must be of shape ${show(one)} or ${show(all)}, got ${show(mask?.shape)}`,
  );
}

/** Within what float32 arithmetic on the way here may have changed. */
const tolerance = 1e-3;

function checkLevels(values: ArrayLike<number>, known: Uint8Array, { distribution: { channels, levels } }: PixelModel): void {
  for (let i = 0; i < values.length; i++) {
    if (!known[Math.floor(i / channels)]) continue;
    const level = values[i]! * (levels - 1);
    const fits = level > -tolerance && level < levels - 1 + tolerance && Math.abs(level - Math.round(level)) < tolerance;
    check(
      fits,
      'invalid-value',
      () => `pixels that stay must be one of ${levels} even steps from 0 to 1, as the model's images are, got ${values[i]}`,
    );
  }
}
