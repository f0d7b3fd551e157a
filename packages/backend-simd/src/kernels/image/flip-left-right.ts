import type { KernelConfig, TensorInfo } from '@tensorflow/tfjs-core';
import { call } from '../call.ts';
import { define } from '../kernel.ts';

export function flipLeftRightKernel(): KernelConfig {
  return define<{ image: TensorInfo }>('FlipLeftRight', {
    run: ({ inputs: { image }, backend }) => call(backend, 'Reverse', { x: image }, { dims: [2] }),
  });
}
