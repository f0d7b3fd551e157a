import type { KernelConfig } from '@tensorflow/tfjs-core';

export function movementKernels(): KernelConfig[] {
  return [];
}
