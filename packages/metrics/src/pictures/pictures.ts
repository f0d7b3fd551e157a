import { check, isTensor, show, sizeOf } from '@genmodels/core';
import type * as tf from '@tensorflow/tfjs-core';

/** Pictures [count, height, width, channels] of values in [0, 1]: a tensor, or numbers with their shape. */
export type Pictures = tf.Tensor | PictureValues;

export interface PictureValues {
  readonly values: ArrayLike<number>;
  readonly shape: readonly number[];
}

/** Pictures on the host. */
export interface HostPictures {
  readonly values: ArrayLike<number>;
  readonly count: number;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
}

/** Reads pictures; a tensor stays the caller's. Rejects what is no picture, and values that are not in [0, 1]. */
export async function readPictures(given: Pictures, part: string): Promise<HostPictures> {
  const { shape } = given;
  check(
    shape?.length === 4 && sizeOf(shape) > 0,
    'invalid-shape',
    () => `${part} must be pictures of shape [count, height, width, channels], got ${show(shape)}`,
  );
  const values = isTensor(given) ? await given.data() : given.values;
  check(
    values?.length === sizeOf(shape),
    'invalid-shape',
    () => `${part} must hold the ${sizeOf(shape)} numbers of its shape ${show(shape)}, got ${values?.length}`,
  );
  const [count, height, width, channels] = shape as [number, number, number, number];
  checkUnit(values, values.length / count, part);
  return { values, count, height, width, channels };
}

function checkUnit(values: ArrayLike<number>, size: number, part: string): void {
  let at = 0; // no findIndex: a call for each value takes longer than the rest
  while (at < values.length && values[at]! >= 0 && values[at]! <= 1) at++;
  check(
    at === values.length,
    'invalid-value',
    () => `${part} must have values in [0, 1], got ${values[at]} in picture ${Math.floor(at / size)}: scale or clip them first`,
  );
}
