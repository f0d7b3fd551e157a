import { convolutionOperation } from './convolution-operation.ts';
import { elementwiseOperation, normalsOperation } from './elementwise-operation.ts';
import { timeOperation } from './operation.ts';
import { productOperation } from './product-operation.ts';
import { timeSteps } from './time-steps.ts';
import type { Work } from './work.ts';

/** Does a piece of work on the current backend for about that long. Resolves to the milliseconds of each run. */
export async function measureWork(work: Work, milliseconds: number): Promise<number[]> {
  switch (work.kind) {
    case 'product':
      return timeOperation(productOperation(work), milliseconds);
    case 'convolution':
      return timeOperation(convolutionOperation(work), milliseconds);
    case 'elementwise':
      return timeOperation(elementwiseOperation(work), milliseconds);
    case 'normals':
      return timeOperation(normalsOperation(work), milliseconds);
    case 'training':
      return timeSteps(work, milliseconds);
  }
}
