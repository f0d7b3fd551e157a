import type { PixelRecurrence } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { inFrames, inImage } from './frame-order.ts';
import type { FramePlan } from './frame-plan.ts';
import { scanBackwards } from './scan-backwards.ts';
import { type ScannedStates, scanForwards } from './scan-forwards.ts';

export interface Scan {
  readonly plan: FramePlan;
  /** As the kernel has them, [rows, columns] from the own pixel. */
  readonly taps: PixelRecurrence['taps'];
}

/**
 * The hidden states of an LSTM over the pixels of images: gates [batch, height, width, 4 hidden] (output, forget, input, content) and
 * kernel [taps, hidden, 4 hidden] to [batch, height, width, hidden].
 *
 * One op with a gradient of its own, which takes out of the scan what needs none: less than a third of the kernels that the tape would run.
 */
export function scanLstm(gates: tf.Tensor4D, kernel: tf.Tensor3D, scan: Scan): tf.Tensor4D {
  const op = tf.customGrad((...args) => {
    const [gates, kernel, save] = args as [tf.Tensor4D, tf.Tensor3D, tf.GradSaveFunc];
    const { value, sums, cells } = forwards(gates, kernel, scan);
    save([gates, kernel, value, sums, cells]);
    const gradFunc = (dy: tf.Tensor, saved: tf.Tensor[]) => {
      const [gates, kernel, value, sums, cells] = saved as [tf.Tensor4D, tf.Tensor3D, tf.Tensor4D, tf.Tensor4D, tf.Tensor4D];
      // tfjs takes saved outputs for constants: a derivative of this one needs them computed again
      const run = tf.engine().state.gradientDepth > 0 ? forwards(gates, kernel, scan) : { value, sums, cells };
      return backwards(dy as tf.Tensor4D, kernel, run, scan);
    };
    return { value, gradFunc };
  });
  return op(gates, kernel) as tf.Tensor4D;
}

type Run = Pick<ScannedStates, 'sums' | 'cells'> & { readonly value: tf.Tensor4D };

function forwards(gates: tf.Tensor4D, kernel: tf.Tensor3D, { plan }: Scan): Run {
  const { sums, cells, states } = scanForwards(gates, tf.expandDims(kernel, 0), plan);
  return { value: inImage(states, plan, sizeOf(gates)), sums, cells };
}

function backwards(
  dy: tf.Tensor4D,
  kernel: tf.Tensor3D,
  { value, sums, cells }: Run,
  { plan, taps }: Scan,
): [tf.Tensor, tf.Tensor] {
  const dSums = scanBackwards(inFrames(dy, plan), { sums, cells }, tf.expandDims(kernel, 0), plan);
  const dGates = inImage(dSums, plan, sizeOf(dy));
  return [dGates, tf.stack(taps.map((tap) => tf.matMul(pixels(moved(value, tap)), pixels(dGates), true)))];
}

function sizeOf({ shape }: tf.Tensor4D): [height: number, width: number] {
  return [shape[1], shape[2]];
}

function pixels(map: tf.Tensor4D): tf.Tensor2D {
  return tf.reshape(map, [-1, map.shape[3]]);
}

/** Each pixel's neighbour `row` rows down and `column` columns to the right; zeros beside the image. */
function moved(map: tf.Tensor4D, [row, column]: readonly [number, number]): tf.Tensor4D {
  const sides = (by: number): [number, number] => [Math.max(0, -by), Math.max(0, by)];
  const wide = tf.pad(map, [[0, 0], sides(row), sides(column), [0, 0]]);
  return tf.slice(wide, [0, Math.max(0, row), Math.max(0, column), 0], map.shape);
}
