import type { TensorInfo } from '@tensorflow/tfjs-core';
import { define } from '../kernel.ts';
import { chunksOf, sizeOf } from './chunks.ts';

// All tensors are float32 and of one shape. The names and attributes are those of core's kernels.ts.

interface AdamInputs {
  readonly parameter: TensorInfo;
  readonly gradient: TensorInfo;
  readonly mean: TensorInfo;
  readonly square: TensorInfo;
}

interface AdamAttributes {
  readonly rate: number;
  readonly meanShare: number;
  readonly squareShare: number;
  readonly epsilon: number;
  readonly decay: number;
}

/** Returns the next parameter, mean and square. */
export const adamStepKernel = () =>
  define<AdamInputs, AdamAttributes>('genmodels:AdamStep', {
    run({ inputs: { parameter, gradient, mean, square }, attrs, backend }) {
      const { machine } = backend;
      const inputs = [parameter, gradient, mean, square].map((input) => backend.addressOf(input));
      const next = [0, 1, 2].map(() => backend.empty(parameter.shape));
      const outputs = next.map((output) => backend.addressOf(output));
      const { rate, meanShare, squareShare, epsilon, decay } = attrs;
      const scalars = [rate, meanShare, squareShare, epsilon, decay].map((value) => machine.bits(value));
      const size = sizeOf(parameter);
      machine.run('adamStep', chunksOf(size), ...inputs, ...outputs, size, ...scalars);
      return next;
    },
  });

interface RmsPropInputs {
  readonly parameter: TensorInfo;
  readonly gradient: TensorInfo;
  readonly square: TensorInfo;
}

interface RmsPropAttributes {
  readonly rate: number;
  readonly squareShare: number;
  readonly epsilon: number;
}

/** Returns the next parameter and square. */
export const rmsPropStepKernel = () =>
  define<RmsPropInputs, RmsPropAttributes>('genmodels:RmsPropStep', {
    run({ inputs: { parameter, gradient, square }, attrs: { rate, squareShare, epsilon }, backend }) {
      const { machine } = backend;
      const inputs = [parameter, gradient, square].map((input) => backend.addressOf(input));
      const next = [0, 1].map(() => backend.empty(parameter.shape));
      const outputs = next.map((output) => backend.addressOf(output));
      const scalars = [rate, squareShare, epsilon].map((value) => machine.bits(value));
      const size = sizeOf(parameter);
      machine.run('rmsPropStep', chunksOf(size), ...inputs, ...outputs, size, ...scalars);
      return next;
    },
  });

/** Returns average + share (value - average). */
export const averageStepKernel = () =>
  define<{ average: TensorInfo; value: TensorInfo }, { share: number }>('genmodels:AverageStep', {
    run({ inputs: { average, value }, attrs: { share }, backend }) {
      const from = backend.addressOf(average);
      const towards = backend.addressOf(value);
      const next = backend.empty(average.shape);
      const size = sizeOf(average);
      const bits = backend.machine.bits(share);
      backend.machine.run('averageStep', chunksOf(size), from, towards, backend.addressOf(next), size, bits);
      return [next];
    },
  });
