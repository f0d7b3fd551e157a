import type * as tf from '@tensorflow/tfjs-core';
import type { Activation } from '../nn/activations.ts';
import type { ExplicitPadding } from '../nn/padding.ts';

/**
 * What an autoregressive network is written in. It is written once, `apply<T>(ops: PixelOps<T>, x: T): T`, and read in two ways:
 * for all pixels at once, as tensors (`parallelOps`: training, log p(x)), and pixel by pixel, as a program that keeps what later
 * pixels need (`compile`: sampling, coding). So the two cannot disagree.
 */
export interface PixelOps<T> {
  /** A convolution that looks at no later pixel, and its activation. */
  apply(layer: PixelLayer, x: T, activation?: PixelActivation): T;
  activate(x: T, activation: PixelActivation): T;
  /** x * scale + offset. */
  affine(x: T, scale: number, offset: number): T;
  /** Sums and products by element; one with a single pixel (a condition) counts for every pixel. */
  add(a: T, b: T): T;
  multiply(a: T, b: T): T;
  /** One after the other along the channels. */
  concat(parts: readonly T[]): T;
  /** `count` channels from `begin`. */
  slice(x: T, begin: number, count: number): T;
  /** One row down: the first row becomes zeros. */
  shiftDown(x: T): T;
  /** One column to the right: the first column becomes zeros. */
  shiftRight(x: T): T;
  /** Values set to 0 at random, each with probability `rate`, where the reading is one for training; elsewhere x itself. */
  dropout(x: T, rate: number): T;
  /** A recurrent layer over pixels: gates from the input, [.., 4 hidden], to the hidden state, [.., hidden]. */
  recur(layer: PixelRecurrence, gates: T): T;
}

/** All elementwise; concatElu doubles the channels, gated halves them. */
export type PixelActivation = 'relu' | 'elu' | 'tanh' | 'sigmoid' | 'concatElu' | 'gated';

/** A convolution as both readings need it: `MaskedConv2d`, or `Conv2d` with explicit padding, under weight normalisation or not. */
export interface PixelLayer {
  readonly bias: tf.Tensor1D | null;
  /** Where the kernel lies: the output's pixel is under its row `top` and column `left`. */
  readonly padding: ExplicitPadding;
  /** 2 where the output has half the rows and columns. @default 1 */
  readonly stride?: number;
  /** True for a convolution the other way: the output has `stride` times the rows and columns. @default false */
  readonly transposed?: boolean;
  /** [rows, columns, inputs, filters], with zeros where it must not look. Called inside a tidy. */
  effectiveKernel(): tf.Tensor4D;
  /**
   * The values of `effectiveKernel`, where it is more than a variable times a mask: computed on the host, in fixed arithmetic. What
   * a backend computes is rounded in its own way, and a file that was coded with it could not be read on another.
   */
  fixedKernel?(): Promise<Float32Array>;
  apply(x: tf.Tensor4D, activation?: Activation): tf.Tensor4D;
}

/** An LSTM whose past is other pixels (van den Oord et al. 2016, 1601.06759). */
export interface PixelRecurrence {
  readonly hidden: number;
  /** Which pixels, as [rows, columns] from the own one, the gates see the hidden state of, in the order of the kernel's taps. */
  readonly taps: readonly (readonly [row: number, column: number])[];
  /** The pixel that the cell goes on from. */
  readonly cell: readonly [row: number, column: number];
  /** What the states add to the gates output, forget, input and content, [taps, hidden, 4 hidden]. Called inside a tidy. */
  effectiveKernel(): tf.Tensor3D;
  /** All pixels at once: gates [batch, height, width, 4 hidden] to hidden states [batch, height, width, hidden]. */
  apply(gates: tf.Tensor4D): tf.Tensor4D;
}
