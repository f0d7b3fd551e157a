import { backend_util, type TensorInfo, util } from '@tensorflow/tfjs-core';

/** How two operands that are broadcast run along their output. */
export interface Rows {
  readonly shape: number[];
  readonly size: number;
  /**
   * Three words a dimension, the innermost first: its size, and the bytes from one place to the next in a and in b, 0 where one is
   * repeated. Neighbours along which the same operands are repeated are one dimension, and those of size 1 none.
   */
  readonly dimensions: readonly number[];
}

const FLOAT = 4;

/** Throws where the shapes do not go together, as tfjs does. */
export function rowsOf(a: TensorInfo, b: TensorInfo): Rows {
  if (b.shape.length === 0) return oneRow(a.shape, FLOAT, 0);
  if (a.shape.length === 0) return oneRow(b.shape, 0, FLOAT);
  if (util.arraysEqual(a.shape, b.shape)) return oneRow(a.shape, FLOAT, FLOAT);
  const shape = backend_util.assertAndGetBroadcastShape(a.shape, b.shape);
  return { shape, size: util.sizeFromShape(shape), dimensions: dimensionsOf(shape, a.shape, b.shape) };
}

function oneRow(shape: number[], aStep: number, bStep: number): Rows {
  const size = util.sizeFromShape(shape);
  return { shape, size, dimensions: [size, aStep, bStep] };
}

function dimensionsOf(shape: number[], aShape: number[], bShape: number[]): number[] {
  const dimensions: number[] = [];
  let [aBytes, bBytes] = [FLOAT, FLOAT];
  for (let place = 1; place <= shape.length; place++) {
    const [aSize, bSize] = [aShape.at(-place) ?? 1, bShape.at(-place) ?? 1];
    append(dimensions, shape.at(-place)!, aSize === 1 ? 0 : aBytes, bSize === 1 ? 0 : bBytes);
    aBytes *= aSize;
    bBytes *= bSize;
  }
  return dimensions.length > 0 ? dimensions : [1, FLOAT, FLOAT];
}

function append(dimensions: number[], size: number, aStep: number, bStep: number): void {
  if (size === 1) return;
  const last = dimensions.length - 3;
  const joins = last >= 0 && dimensions[last + 1]! > 0 === aStep > 0 && dimensions[last + 2]! > 0 === bStep > 0;
  if (joins) dimensions[last]! *= size;
  else dimensions.push(size, aStep, bStep);
}
