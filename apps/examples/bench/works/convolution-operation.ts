import * as tf from '@tensorflow/tfjs-core';
import { type Operation, operand } from './operation.ts';
import type { ConvolutionWork } from './work.ts';

/** The backend's own kernels, as core's gradients would call them. */
export function convolutionOperation(work: ConvolutionWork): Operation {
  const { direction, batch, side, inputs, filters, kernelSize } = work;
  const x = operand<tf.Rank.R4>('x', [batch, side, side, inputs]);
  const filter = operand<tf.Rank.R4>('filter', [kernelSize, kernelSize, inputs, filters]);
  const dy = operand<tf.Rank.R4>('dy', [batch, side, side, filters]);
  const attributes = { strides: 1, pad: 'same', dataFormat: 'NHWC' };
  const runs: Record<ConvolutionWork['direction'], () => tf.Tensor> = {
    forward: () => tf.conv2d(x, filter, 1, 'same'),
    'input gradient': () => runKernel('Conv2DBackpropInput', { dy, filter }, { ...attributes, inputShape: x.shape }),
    'filter gradient': () => runKernel('Conv2DBackpropFilter', { x, dy }, { ...attributes, filterShape: filter.shape }),
  };
  return { operands: [x, filter, dy], run: runs[direction] };
}

function runKernel(name: string, inputs: tf.NamedTensorMap, attributes: Record<string, unknown>): tf.Tensor {
  if (tf.getKernel(name, tf.getBackend()) === undefined) throw new Error('no such kernel');
  return tf.engine().runKernel(name, inputs, attributes as unknown as tf.NamedAttrMap);
}
