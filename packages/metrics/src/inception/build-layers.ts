import { Conv2d, createRng, disposeModule, type Initializer } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { pauseOrAbort } from '../pause-or-abort.ts';
import { foldBatchNorm } from './fold-batch-norm.ts';
import type { Layers } from './run-steps.ts';
import { type Convolution, type Step, visitConvolutions } from './steps.ts';
import type { Weights } from './take-weights.ts';

/** The layers of a network, which the caller disposes. Leaves none behind where the signal stops it. */
export async function buildLayers(steps: readonly Step[], weights: Weights, signal?: AbortSignal): Promise<Layers> {
  const plans: [Convolution, number][] = [];
  visitConvolutions(steps, 3, (convolution, inputs) => plans.push([convolution, inputs]));
  const layers = new Map<string, Conv2d>();
  const pause = pauseOrAbort(signal);
  try {
    for (const [convolution, inputs] of plans) {
      layers.set(convolution.name, buildLayer(convolution, inputs, weights));
      await pause();
    }
  } catch (error) {
    disposeModule([...layers.values()]);
    throw error;
  }
  return layers;
}

function buildLayer({ name, filters, size, stride, padding }: Convolution, inputs: number, weights: Weights): Conv2d {
  const { kernel, bias } = foldBatchNorm({
    weight: weights(`${name}.conv.weight`),
    shape: [filters, inputs, ...size],
    mean: weights(`${name}.bn.running_mean`),
    variance: weights(`${name}.bn.running_var`),
    gamma: weights(`${name}.bn.weight`),
    beta: weights(`${name}.bn.bias`),
  });
  const initializer: Initializer = (shape) => tf.tidy(() => tf.variable(tf.tensor(kernel, shape)));
  const options = { inputs, filters, kernelSize: size, strides: stride, padding, initializer };
  const layer = new Conv2d(options, createRng(0)); // which draws nothing
  tf.tidy(() => layer.bias!.assign(tf.tensor1d(bias)));
  return layer;
}
