import * as tf from '@tensorflow/tfjs-core';
import { framesOf } from './frame-order.ts';
import type { FramePlan } from './frame-plan.ts';
import { convolveBack, turnedKernel, windowOf } from './frame-window.ts';
import type { ScannedStates } from './scan-forwards.ts';
import { type Slopes, slopesOf } from './slopes.ts';

/** Of a frame. */
interface FrameGradient {
  /** By its sums: [batch, 1, places, 4 hidden]. */
  readonly sums: tf.Tensor4D;
  /** By the cells that it went on from: [batch, 1, places, hidden]. */
  readonly before: tf.Tensor4D;
}

/** From the gradient by the states, [batch, 1, pixels, hidden], that by the sums, [batch, 1, pixels, 4 hidden], both frame by frame. */
export function scanBackwards(
  dStates: tf.Tensor4D,
  { sums, cells }: Pick<ScannedStates, 'sums' | 'cells'>,
  kernel: tf.Tensor4D,
  plan: FramePlan,
): tf.Tensor4D {
  const turned = turnedKernel(kernel);
  const { shown, kept, gates } = slopesOf(sums, cells);
  const inputs = [dStates, shown, kept, gates].map((pixels) => framesOf(pixels, plan));
  const done: FrameGradient[] = [];
  for (let i = plan.frames.length - 1; i >= 0; i--) {
    const [dState, shown, kept, gates] = inputs.map((frames) => frames[i]!) as [
      tf.Tensor4D,
      tf.Tensor4D,
      tf.Tensor4D,
      tf.Tensor4D,
    ];
    done.push(tf.tidy(() => frameGradient(addNext(dState, done.at(-1), turned, plan, i), { shown, kept, gates })));
  }
  return tf.concat(
    done.reverse().map((frame) => frame.sums),
    2,
  );
}

/** The gradient by a frame's states, and by its cells where the next frame goes on from them. */
interface Given {
  readonly dState: tf.Tensor4D;
  readonly dCell: tf.Tensor4D | undefined;
}

/** Adds what the next frame makes of a frame's states, and of its cells. */
function addNext(dState: tf.Tensor4D, next: FrameGradient | undefined, turned: tf.Tensor4D, plan: FramePlan, i: number): Given {
  if (next === undefined) return { dState, dCell: undefined };
  const [{ places }, { first }] = [plan.frames[i]!, plan.frames[i + 1]!];
  return {
    dState: tf.add(dState, convolveBack(next.sums, turned, first, places)),
    dCell: windowOf(next.before, -first - plan.cellTap, places),
  };
}

function frameGradient({ dState, dCell }: Given, { shown, kept, gates }: Slopes): tf.NamedTensorMap & FrameGradient {
  const own: tf.Tensor4D = tf.mul(dState, shown);
  const cell: tf.Tensor4D = dCell ? tf.add(own, dCell) : own;
  return { sums: tf.mul(tf.concat([dState, cell, cell, cell], 3), gates), before: tf.mul(cell, kept) };
}
