import * as tf from '@tensorflow/tfjs-core';
import type { KernelRun } from './kernel-clock.ts';

/** The shapes of a kernel's inputs: '[16, 28, 28, 64] [1, 1, 64, 32]'. */
export function inputShapes(run: KernelRun): string {
  return inputsOf(run)
    .map(({ shape }) => `[${shape.join(', ')}]`)
    .join(' ');
}

/** Bytes that a kernel must read and write, each once. */
export function bytesOf(run: KernelRun): number {
  const tensors = [...inputsOf(run), run.output];
  return tensors.reduce((sum, { shape, dtype }) => sum + sizeOf(shape) * tf.util.bytesPerElement(dtype), 0);
}

/** Multiplications and additions of products and convolutions, those with zeros (padding, masks) included; 0 for other kernels. */
export function operationsOf({ kernel, call, output, delegated }: KernelRun): number {
  if (delegated) return 0; // they count where they are done
  const shape = (name: string) => (call.inputs[name] as tf.TensorInfo).shape;
  switch (kernel) {
    case 'BatchMatMul':
    case '_FusedMatMul':
      return 2 * sizeOf(output.shape) * shape('a').at(call.attrs?.['transposeA'] ? -2 : -1)!;
    case 'genmodels:Dense':
      return 2 * sizeOf(output.shape) * shape('x').at(-1)!;
    case 'genmodels:Conv2d':
      return 2 * sizeOf(output.shape) * sizeOf(shape('kernel').slice(0, 3));
    case 'Conv2D':
    case 'FusedConv2D':
      return 2 * sizeOf(output.shape) * sizeOf(shape('filter').slice(0, 3));
    case 'Conv2DBackpropInput':
      return 2 * sizeOf(shape('dy')) * sizeOf(shape('filter').slice(0, 3));
    case 'Conv2DBackpropFilter':
      return 2 * sizeOf(shape('dy')) * sizeOf(output.shape.slice(0, 3));
    default:
      return 0;
  }
}

/** Lists of tensors (concat) in a row; left-out inputs (a bias) left out. */
function inputsOf({ call }: KernelRun): tf.TensorInfo[] {
  const inputs = Object.values(call.inputs).flat() as readonly (tf.TensorInfo | null | undefined)[];
  return inputs.filter((input) => input != null);
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}
