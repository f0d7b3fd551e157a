import type * as tf from '@tensorflow/tfjs-core';
import { check } from '../errors.ts';
import { describeTensor } from '../shape.ts';

/** Refuses what is no list of codes. `size` says how many they must be, for the message: 4, 'n >= 2'. */
export function checkCodes(codes: tf.Tensor2D, name: string, size: number | string, fits: (count: number) => boolean): void {
  check(
    codes?.rank === 2 && fits(codes.shape[0]),
    'invalid-shape',
    () => `${name} must be [${size}, dimensions], got ${describeTensor(codes)}`,
  );
}
