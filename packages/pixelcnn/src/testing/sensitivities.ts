import { createRng, parallelOps, registerGradients, valueAndGradients } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import type { PixelModel } from '../pixel-model.ts';

/**
 * The Jacobian, for the parameters of one turn: how much those of each pixel change with each value of an image, [pixels, height, width,
 * channels]. Each pixel has an image of its own, and one gradient tells of all of them. The parameters of a pixel count together, with
 * random weights: a sum of them is exactly 0 only where each is.
 */
export async function sensitivities(model: PixelModel, turn: number, seed: number): Promise<Float32Array> {
  registerGradients();
  const [height, width, channels] = model.spec.shape as [number, number, number];
  const rng = createRng(seed);
  const x = tf.tidy(() => tf.variable(rng.fork('images').uniform<tf.Rank.R4>([height * width, height, width, channels])));
  const asked = tf.tidy(() => tf.mul(askedParameters(model, turn), rng.fork('weights').normal([model.distribution.parameters])));
  const { value, gradients } = valueAndGradients(() => tf.sum(tf.mul(model.network.apply(parallelOps(), x), asked)), [x]);
  const [gradient] = gradients;
  const changes = gradient ? Float32Array.from(await gradient.data()) : new Float32Array(x.size);
  tf.dispose([x, asked, value, ...(gradient ? [gradient] : [])]);
  return changes;
}

/** Ones for the parameters of the turn in the one pixel of each image: [pixels, height, width, parameters]. */
function askedParameters({ spec, distribution }: PixelModel, turn: number): tf.Tensor {
  const [height, width] = spec.shape as [number, number];
  const pixels = tf.reshape(tf.eye(height * width), [-1, height, width, 1]);
  const { parameters, turns } = distribution;
  return tf.mul(pixels, tf.tensor1d(Array.from({ length: parameters }, (_, parameter) => (parameter % turns === turn ? 1 : 0))));
}
