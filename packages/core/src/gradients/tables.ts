import { binaryGradients, rareBinaryGradients } from './binary.ts';
import { convolution3dGradients, convolutionGradients } from './convolution.ts';
import { countingGradients } from './counting.ts';
import { cropAndResizeGradients } from './crop-and-resize.ts';
import { depthwiseGradients } from './depthwise.ts';
import { einsumGradients } from './einsum.ts';
import { acceleratedGradients, elementwiseGradients, trigonometricGradients } from './elementwise.ts';
import type { GradientTable } from './gradient-table.ts';
import { indexingGradients, rareIndexingGradients } from './indexing.ts';
import { linearGradients } from './linear.ts';
import { matMulGradients } from './matmul.ts';
import { morphologyGradients } from './morphology.ts';
import { batchNormGradients, localResponseGradients } from './normalization.ts';
import { pooling3dGradients, poolingGradients } from './pooling.ts';
import { rearrangingGradients } from './rearrange.ts';
import { productGradients, reductionGradients } from './reductions.ts';
import { resizeGradients } from './resize.ts';
import { shapeGradients } from './shape.ts';
import { transformGradients } from './transform.ts';

/** The kernels that networks are usually made of; ours are made of these alone. */
export function commonGradients(): GradientTable {
  return {
    ...elementwiseGradients(),
    ...acceleratedGradients(),
    ...binaryGradients(),
    ...reductionGradients(),
    ...matMulGradients(),
    ...shapeGradients(),
    ...indexingGradients(),
    ...convolutionGradients(),
    ...linearGradients(),
    ...poolingGradients(),
    ...resizeGradients(),
  };
}

/** All others. */
export function rareGradients(): GradientTable {
  return {
    ...trigonometricGradients(),
    ...rareBinaryGradients(),
    ...productGradients(),
    ...rearrangingGradients(),
    ...rareIndexingGradients(),
    ...countingGradients(),
    ...einsumGradients(),
    ...batchNormGradients(),
    ...localResponseGradients(),
    ...depthwiseGradients(),
    ...convolution3dGradients(),
    ...pooling3dGradients(),
    ...morphologyGradients(),
    ...cropAndResizeGradients(),
    ...transformGradients(),
  };
}
