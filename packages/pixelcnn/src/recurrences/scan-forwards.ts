import * as tf from '@tensorflow/tfjs-core';
import { framesOf, inFrames } from './frame-order.ts';
import type { Frame, FramePlan } from './frame-plan.ts';
import { convolveWindow, windowOf } from './frame-window.ts';

/** What an LSTM has computed, frame by frame: [batch, 1, pixels, channels]. */
export interface ScannedStates {
  /** Before the nonlinearities, what the states before add included: [.., 4 hidden]. */
  readonly sums: tf.Tensor4D;
  /** [.., hidden] */
  readonly cells: tf.Tensor4D;
  /** [.., hidden] */
  readonly states: tf.Tensor4D;
}

type Tensors = Readonly<Record<keyof ScannedStates, tf.Tensor4D>>;

/** All frames of an image: gates [batch, height, width, 4 hidden], kernel [1, taps, hidden, 4 hidden]. */
export function scanForwards(gates: tf.Tensor4D, kernel: tf.Tensor4D, plan: FramePlan): ScannedStates {
  const done: Tensors[] = [];
  for (const [i, own] of framesOf(inFrames(gates, plan), plan).entries()) {
    const before = done.at(-1);
    done.push(tf.tidy(() => nextFrame(own, before, kernel, plan.frames[i]!, plan.cellTap))); // so that memory is used again soon
  }
  const all = (name: keyof ScannedStates) =>
    tf.concat(
      done.map((frame) => frame[name]),
      2,
    );
  return { sums: all('sums'), cells: all('cells'), states: all('states') };
}

/** c = f c' + i g, h = o tanh(c): equation 3 of 1601.06759. */
function nextFrame(
  gates: tf.Tensor4D,
  before: Tensors | undefined,
  kernel: tf.Tensor4D,
  { places, first }: Frame,
  cellTap: number,
): tf.NamedTensorMap & Tensors {
  const sums: tf.Tensor4D = before ? tf.add(gates, convolveWindow(before.states, kernel, first, places)) : gates;
  const { output, forget, input, content } = activated(sums);
  const fresh: tf.Tensor4D = tf.mul(input, content);
  const cells: tf.Tensor4D = before ? tf.add(tf.mul(forget, windowOf(before.cells, first + cellTap, places)), fresh) : fresh;
  return { sums, cells, states: tf.mul(output, tf.tanh(cells)) };
}

/** The gates and the content that they let through, [.., hidden] each, from sums [.., 4 hidden] in this order. */
export function activated(sums: tf.Tensor4D): Readonly<Record<'output' | 'forget' | 'input' | 'content', tf.Tensor4D>> {
  const hidden = sums.shape[3] / 4;
  const [gates, content] = tf.split(sums, [3 * hidden, hidden], 3) as [tf.Tensor4D, tf.Tensor4D];
  const [output, forget, input] = tf.split(tf.sigmoid(gates), 3, 3) as [tf.Tensor4D, tf.Tensor4D, tf.Tensor4D];
  return { output, forget, input, content: tf.tanh(content) };
}
