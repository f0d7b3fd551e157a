import * as tf from '@tensorflow/tfjs-core';

/**
 * What stands around the image of a convolution. 'same': zeros on all sides, ceil(size / stride) outputs. 'valid': nothing.
 * 'causal': the rows are time; all zeros of the rows stand above, so that an output sees no later row, columns as in 'same'.
 */
export type Padding = 'same' | 'valid' | 'causal' | ExplicitPadding;

/** Rows and columns of zeros on each side. */
export interface ExplicitPadding {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export function padImage(x: tf.Tensor4D, { top, bottom, left, right }: ExplicitPadding): tf.Tensor4D {
  return top + bottom + left + right === 0 ? x : tf.pad(x, sidesOf({ top, bottom, left, right }));
}

/** As tfjs writes them. */
export function sidesOf({ top, bottom, left, right }: ExplicitPadding): [number, number][] & tf.backend_util.ExplicitPadding {
  return [
    [0, 0],
    [top, bottom],
    [left, right],
    [0, 0],
  ];
}

/** For an image of this width. The kernel's rows and columns count its holes: (size - 1) * dilation + 1. */
export function causalPadding(width: number, [rows, columns]: readonly [number, number], stride: number): ExplicitPadding {
  const total = Math.max((Math.ceil(width / stride) - 1) * stride + columns - width, 0);
  const left = Math.floor(total / 2);
  return { top: rows - 1, bottom: 0, left, right: total - left };
}
