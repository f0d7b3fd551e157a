import type { OperationCase } from './operation-case.ts';
import { binaryCases, elementwiseCases } from './operation-elementwise-cases.ts';
import { convolutionCases, normalizationCases, poolingCases } from './operation-image-cases.ts';
import { layerCases } from './operation-layer-cases.ts';
import { matMulCases, reductionCases } from './operation-reduction-cases.ts';
import { samplingCases } from './operation-sampling-cases.ts';
import { indexingCases, shapeCases } from './operation-shape-cases.ts';
import { spectralCases } from './operation-spectral-cases.ts';

/** Every kernel for which core registers a gradient, in each of the forms that go wrong in tfjs, and the ops of core's own. */
export function operationCases(): OperationCase[] {
  return [
    ...elementwiseCases(),
    ...binaryCases(),
    ...reductionCases(),
    ...matMulCases(),
    ...shapeCases(),
    ...indexingCases(),
    ...convolutionCases(),
    ...poolingCases(),
    ...normalizationCases(),
    ...layerCases(),
    ...samplingCases(),
    ...spectralCases(),
  ];
}
