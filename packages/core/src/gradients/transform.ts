import * as tf from '@tensorflow/tfjs-core';
import { GenmodelsError } from '../errors.ts';
import { runKernel } from '../ops/run-kernel.ts';
import { type GradientTable, gradient } from './gradient-table.ts';
import { giveBack, pixelNumbers } from './sampling.ts';

/** tf.image.transform and tf.image.rotateWithOffset are linear in their images: dy goes back to where it was read. */
export function transformGradients(): GradientTable {
  return {
    RotateWithOffset: gradient(['image'], (dy, [image], attributes: object) => ({
      image: () => {
        const places = runKernel('RotateWithOffset', { image: pixelNumbers(image.shape) }, { ...attributes, fillValue: 0 });
        return giveBack(dy, places, image.shape);
      },
    })),
    Transform: gradient(['image', 'transforms'], (dy, [image, transforms], attributes: tf.TransformAttrs) => ({
      image: () => giveBack(dy, transformedPlaces(image.shape, transforms, attributes), image.shape),
      transforms: () => {
        throw new GenmodelsError('invalid-argument', BY_TRANSFORMS);
      },
    })),
  };
}

const BY_TRANSFORMS =
  'image.transform has a gradient by its image alone, got transforms that depend on a variable: ' +
  'compute them outside of the function that is differentiated';

function transformedPlaces(shape: readonly number[], transforms: tf.Tensor, attributes: tf.TransformAttrs): tf.Tensor {
  if (attributes.interpolation === 'bilinear' && attributes.fillMode === 'constant') {
    return placesWithin(shape, transforms, attributes);
  }
  return runKernel('Transform', { image: pixelNumbers(shape), transforms }, { ...attributes, fillValue: 0 });
}

/**
 * The same where pixels of the border are mixed with a constant around the image, which numbers would be, too. So here they have
 * a frame for that constant, and all that lies beyond is read from the frame.
 */
function placesWithin(shape: readonly number[], transforms: tf.Tensor, { outputShape, ...rest }: tf.TransformAttrs): tf.Tensor {
  const [batch, height, width] = shape as [number, number, number, number];
  const image = pixelNumbers([batch, height + 2, width + 2], 0);
  const attributes = { ...rest, fillMode: 'nearest', fillValue: 0, outputShape: outputShape ?? [height, width] };
  return runKernel('Transform', { image, transforms: shifted(transforms) }, attributes);
}

/** To places larger by one: x' + 1 = ((a0 + c0) x + (a1 + c1) y + a2 + 1) / (c0 x + c1 y + 1), and y' + 1 likewise. */
function shifted(transforms: tf.Tensor): tf.Tensor {
  const divisors = tf.slice(transforms, [0, 6]);
  const ones = tf.ones([transforms.shape[0]!, 1]);
  return tf.add(transforms, tf.concat([divisors, ones, divisors, ones, tf.zerosLike(divisors)], 1));
}
