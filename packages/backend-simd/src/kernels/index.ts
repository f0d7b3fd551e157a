import type { KernelConfig } from '@tensorflow/tfjs-core';
import { convolutionKernels } from './convolution/index.ts';
import { countingKernels } from './counting/index.ts';
import { elementwiseKernels } from './elementwise/index.ts';
import { imageKernels } from './image/index.ts';
import { linearKernels } from './linear.ts';
import { movementKernels } from './movement/index.ts';
import { pixelKernels } from './pixels/index.ts';
import { productKernels } from './product/index.ts';
import { reductionKernels } from './reduction/index.ts';
import { spectralKernels } from './spectral/index.ts';
import { trainingKernels } from './training/index.ts';
import { volumeKernels } from './volume/index.ts';

/** Every kernel of our own, in the families of assembly/. */
export function simdKernels(): KernelConfig[] {
  return [
    ...elementwiseKernels(),
    ...reductionKernels(),
    ...movementKernels(),
    ...productKernels(),
    ...convolutionKernels(),
    ...linearKernels(),
    ...trainingKernels(),
    ...pixelKernels(),
    ...volumeKernels(),
    ...imageKernels(),
    ...countingKernels(),
    ...spectralKernels(),
  ];
}
