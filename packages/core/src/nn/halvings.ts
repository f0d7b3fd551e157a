import type * as tf from '@tensorflow/tfjs-core';
import { check } from '../errors.ts';
import { runKernel } from '../ops/run-kernel.ts';

/** Of an image: [height, width]. */
export type ImageSize = readonly [height: number, width: number];

/** The size of an image and of its halves, rounded up, `times` times. `network` is who asks, for the message. */
export function halvings(shape: readonly number[], times: number, network: string): ImageSize[] {
  check(shape.length === 3, 'invalid-config', () => `${network} needs images, got the shape [${shape.join(', ')}]: use mlp()`);
  return Array.from({ length: times + 1 }, (_, i) => [Math.ceil(shape[0]! / 2 ** i), Math.ceil(shape[1]! / 2 ** i)] as const);
}

/** An odd size was rounded up on the way down, so its double has a row or column too many. */
export function cropTo(x: tf.Tensor4D, [height, width]: ImageSize): tf.Tensor4D {
  if (x.shape[1] === height && x.shape[2] === width) return x;
  return runKernel('Slice', { x }, { begin: [0, 0, 0, 0], size: [-1, height, width, -1] }); // without the checks of `tf.slice`
}
