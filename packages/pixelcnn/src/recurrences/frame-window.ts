import * as tf from '@tensorflow/tfjs-core';

/**
 * `count` places of x [batch, 1, places, channels] from place `begin`, with zeros beside it. The gradient is a window too: of as many
 * places as x has, from -begin.
 */
export function windowOf(x: tf.Tensor4D, begin: number, count: number): tf.Tensor4D {
  const places = x.shape[2];
  const [from, to] = [Math.max(0, begin), Math.min(places, begin + count)];
  const part = to - from === places ? x : tf.slice(x, [0, 0, from, 0], [-1, -1, to - from, -1]);
  const [before, after] = [from - begin, begin + count - to];
  return before + after === 0 ? part : tf.pad(part, placesAround(before, after));
}

/** Sums over taps: place p of the output sees places begin + p, begin + p + 1, ... of x, through kernel [1, taps, inputs, filters]. */
export function convolveWindow(x: tf.Tensor4D, kernel: tf.Tensor4D, begin: number, count: number): tf.Tensor4D {
  const [places, taps] = [x.shape[2], kernel.shape[1]];
  return tf.conv2d(x, kernel, 1, placesAround(-begin, begin + count + taps - 1 - places));
}

/** The same for its gradient: what each place of x counts in the sums of `dy`. */
export function convolveBack(dy: tf.Tensor4D, turned: tf.Tensor4D, begin: number, count: number): tf.Tensor4D {
  return convolveWindow(dy, turned, 1 - turned.shape[1] - begin, count);
}

/** A kernel [1, taps, inputs, filters] turned around for `convolveBack`: [1, taps, filters, inputs]. */
export function turnedKernel(kernel: tf.Tensor4D): tf.Tensor4D {
  return tf.transpose(tf.reverse(kernel, 1), [0, 1, 3, 2]);
}

function placesAround(before: number, after: number): [number, number][] & tf.backend_util.ExplicitPadding {
  return [
    [0, 0],
    [0, 0],
    [before, after],
    [0, 0],
  ];
}
