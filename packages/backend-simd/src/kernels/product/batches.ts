import { util } from '@tensorflow/tfjs-core';

/** Neighbouring products of a batch whose operands are found by constant strides, all counted in matrices. */
export interface BatchRun {
  readonly count: number;
  readonly a: number;
  readonly aStride: 0 | 1;
  readonly b: number;
  readonly bStride: 0 | 1;
  readonly out: number;
}

/** The batch dimensions of a product, taken apart: one run where they are equal or one operand has a single matrix, else one a matrix. */
export function batchRuns(out: readonly number[], a: readonly number[], b: readonly number[]): BatchRun[] {
  const [count, ofA, ofB] = [out, a, b].map((shape) => util.sizeFromShape([...shape])) as [number, number, number];
  if ((ofA === count || ofA === 1) && (ofB === count || ofB === 1)) {
    return [{ count, a: 0, aStride: ofA === 1 ? 0 : 1, b: 0, bStride: ofB === 1 ? 0 : 1, out: 0 }];
  }
  return Array.from({ length: count }, (_, index) => {
    const place = util.indexToLoc(index, out.length, util.computeStrides([...out]));
    return { count: 1, a: broadcastIndex(place, a), aStride: 0, b: broadcastIndex(place, b), bStride: 0, out: index };
  });
}

/** Which matrix of an operand stands at a place of the output's batch: a dimension of 1 is every place. */
function broadcastIndex(place: readonly number[], shape: readonly number[]): number {
  const first = place.length - shape.length;
  return shape.reduce((index, size, axis) => index * size + (size === 1 ? 0 : place[first + axis]!), 0);
}
