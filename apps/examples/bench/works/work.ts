import type { NetworkId } from '../networks/network.ts';

/** A piece of work as JSON: every peer, in whatever language, makes the work from this. */
export type Work = ProductWork | ConvolutionWork | ElementwiseWork | NormalsWork | TrainingWork;

/** [rows, inner] times [inner, columns], with either operand stored transposed. */
export interface ProductWork extends Named {
  readonly kind: 'product';
  readonly rows: number;
  readonly inner: number;
  readonly columns: number;
  readonly transposeA: boolean;
  readonly transposeB: boolean;
}

/** A square 'same' convolution of stride 1, or one of its gradients. */
export interface ConvolutionWork extends Named {
  readonly kind: 'convolution';
  readonly direction: 'forward' | 'input gradient' | 'filter gradient';
  readonly batch: number;
  readonly side: number;
  readonly inputs: number;
  readonly filters: number;
  readonly kernelSize: number;
}

export interface ElementwiseWork extends Named {
  readonly kind: 'elementwise';
  readonly operation: 'tanh' | 'exp' | 'sigmoid';
  readonly size: number;
}

/** Draws from N(0, 1), into a tensor. */
export interface NormalsWork extends Named {
  readonly kind: 'normals';
  readonly size: number;
}

/** One step with Adam, on a batch that is in memory. */
export interface TrainingWork extends Named {
  readonly kind: 'training';
  readonly network: NetworkId;
  readonly batchSize: number;
}

interface Named {
  readonly id: string;
  readonly title: string;
  /** True where one run takes tfjs's cpu backend more than 5 s. */
  readonly slowOnCpu?: boolean;
}

/** Multiplications and additions of one run, where a rate says more than a time. */
export function operationsOf(work: Work): number | undefined {
  if (work.kind === 'product') return 2 * work.rows * work.inner * work.columns;
  if (work.kind !== 'convolution') return undefined;
  return 2 * work.batch * work.side ** 2 * work.kernelSize ** 2 * work.inputs * work.filters; // zeros of the padding included
}
