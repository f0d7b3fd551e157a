import { type Conv2d, relu } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Step } from './steps.ts';

/** The convolutions of a network, batch normalisation included, by name. */
export type Layers = ReadonlyMap<string, Conv2d>;

/**
 * What the steps make of x [batch, height, width, channels], which stays the caller's. Each result goes as soon as the next step has it:
 * together they would be ten times the largest.
 */
export function runSteps(steps: readonly Step[], layers: Layers, x: tf.Tensor4D): tf.Tensor4D {
  return steps.reduce((input, step) => {
    const output = tf.tidy(() => runStep(step, layers, input));
    if (input !== x) input.dispose();
    return output;
  }, x);
}

function runStep(step: Step, layers: Layers, x: tf.Tensor4D): tf.Tensor4D {
  switch (step.kind) {
    case 'convolution':
      return layers.get(step.name)!.apply(x, relu);
    case 'branches':
      return tf.concat(
        step.branches.map((branch) => runSteps(branch, layers, x)),
        3,
      );
    case 'average':
      return tf.avgPool(x, 3, step.stride, paddingOf(step.stride));
    case 'maximum':
      return tf.maxPool(x, 3, step.stride, paddingOf(step.stride));
  }
}

function paddingOf(stride: 1 | 2): 'same' | 'valid' {
  return stride === 1 ? 'same' : 'valid';
}
