import { referenceNetworks } from '../networks/reference-networks.ts';
import type { ConvolutionWork, ElementwiseWork, NormalsWork, ProductWork, TrainingWork, Work } from './work.ts';

/** All that is measured, in the order of the tables. */
export function catalogue(): Work[] {
  return [...products('product-512', 512, 512, 512), ...products('product-mlp', 128, 784, 400), ...others()];
}

function others(): Work[] {
  return [
    convolution('conv-forward', 'forward'),
    convolution('conv-input-gradient', 'input gradient'),
    convolution('conv-filter-gradient', 'filter gradient', { slowOnCpu: true }),
    elementwise('tanh'),
    elementwise('exp'),
    elementwise('sigmoid'),
    normals(),
    ...trainingSteps(),
  ];
}

function products(id: string, rows: number, inner: number, columns: number): ProductWork[] {
  const title = `${rows}x${inner}x${columns}`;
  const size = { kind: 'product', rows, inner, columns } as const;
  return [
    { id, title, ...size, transposeA: false, transposeB: false },
    { id: `${id}-a`, title: `${title}, A transposed`, ...size, transposeA: true, transposeB: false },
    { id: `${id}-b`, title: `${title}, B transposed`, ...size, transposeA: false, transposeB: true },
  ];
}

function convolution(
  id: string,
  direction: ConvolutionWork['direction'],
  more: Pick<ConvolutionWork, 'slowOnCpu'> = {},
): ConvolutionWork {
  const size = { batch: 16, side: 28, inputs: 32, filters: 32, kernelSize: 3 };
  return { id, title: `16x28x28x32, 3x3, 32 filters: ${direction}`, kind: 'convolution', direction, ...size, ...more };
}

function elementwise(operation: ElementwiseWork['operation']): ElementwiseWork {
  return { id: operation, title: `${operation} of 400,000 values`, kind: 'elementwise', operation, size: 400_000 };
}

function normals(): NormalsWork {
  return { id: 'normals', title: '1e6 normals', kind: 'normals', size: 1e6 };
}

function trainingSteps(): TrainingWork[] {
  return referenceNetworks().map(({ id, title, batchSize }) => {
    return { id, title, kind: 'training', network: id, batchSize, slowOnCpu: id !== 'mlp-vae' };
  });
}
