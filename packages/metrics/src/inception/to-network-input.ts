import { check, show } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';

/** The side of the pictures that the network was trained on. */
const inceptionSide = 299;

/** What `toNetworkInput` does, for a score. */
export const inceptionPreprocessing =
  'grey as 3 equal channels, resized to 299 x 299 (bilinear, half-pixel centers, no antialiasing), [0, 1] to [-1, 1]';

/** Pictures in [0, 1], [batch, height, width, 1 or 3], as the network takes them. */
export function toNetworkInput(pictures: tf.Tensor): tf.Tensor4D {
  const [channels, side] = [pictures.shape[3], inceptionSide];
  check(
    pictures.rank === 4 && pictures.dtype === 'float32' && (channels === 1 || channels === 3),
    'invalid-shape',
    () => `pictures must be float32 [batch, height, width, 1 or 3] in [0, 1], got ${pictures.dtype} ${show(pictures.shape)}`,
  );
  const resized = pictures.shape[1] === side && pictures.shape[2] === side ? (pictures as tf.Tensor4D) : resize(pictures, side);
  const coloured: tf.Tensor4D = channels === 1 ? tf.tile(resized, [1, 1, 1, 3]) : resized;
  return tf.sub(tf.mul(coloured, 2), 1);
}

/** As `torch.nn.functional.interpolate` does it. By the kernel: `tf.image` would bring all of its operations into a bundle. */
function resize(images: tf.Tensor, side: number): tf.Tensor4D {
  const attributes = { size: [side, side], alignCorners: false, halfPixelCenters: true };
  return tf.engine().runKernel('ResizeBilinear', { images }, attributes);
}
