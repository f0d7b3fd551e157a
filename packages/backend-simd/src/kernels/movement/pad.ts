import { type PadV2Attrs, type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend.ts';
import { define } from '../kernel.ts';
import { rowsPerChunk } from './chunks.ts';
import { bitsOf, bytesOf, isMovable } from './element.ts';

type Paddings = readonly (readonly [before: number, after: number])[];

export const padV2Kernel = () =>
  define<{ x: TensorInfo }, PadV2Attrs>('PadV2', {
    fits: ({ inputs: { x }, attrs: { paddings } }) =>
      isMovable(x) && paddings.every(([before, after]) => before >= 0 && after >= 0),
    run: ({ inputs: { x }, attrs: { paddings, constantValue }, backend }) => padded(backend, x, paddings, constantValue),
  });

/** x inside a box that is filled with `value`. */
export function padded(backend: SimdBackend, x: TensorInfo, paddings: Paddings, value: number): TensorInfo {
  const shape = x.shape.map((extent, axis) => paddings[axis]![0] + extent + paddings[axis]![1]);
  const size = util.sizeFromShape(shape);
  if (size === util.sizeFromShape(x.shape)) return backend.reshaped(x, shape);
  const out = backend.empty(shape, x.dtype);
  const [last, ...others] = boxAxes(x.shape, paddings, bytesOf(x.dtype));
  const { whole, before, extent, after } = last!;
  const rows = (size * bytesOf(x.dtype)) / whole;
  const share = rowsPerChunk(whole);
  const addresses = [backend.addressOf(x), backend.addressOf(out)] as const;
  const words = others.flatMap((axis) => [axis.whole, axis.before, axis.extent, axis.stride]);
  const row = [before, extent, after, bitsOf(backend, x.dtype, value)];
  backend.machine.run('padRows', Math.ceil(rows / share), ...addresses, rows, share, ...row, others.length, ...words);
  return out;
}

interface BoxAxis {
  /** Of the output: `before`, `extent` and `after`. */
  readonly whole: number;
  readonly before: number;
  readonly extent: number;
  readonly after: number;
  /** Bytes from one place to the next. */
  readonly stride: number;
}

/**
 * The axes from the last to the first, as few as possible: one without padding joins the axis before it. The last one counts in
 * bytes.
 */
function boxAxes(shape: readonly number[], paddings: Paddings, bytes: number): BoxAxis[] {
  const axes: BoxAxis[] = [];
  let places = bytes; // of an axis for each place of the next one before it
  let stride = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    const before = paddings[axis]![0] * places;
    const after = paddings[axis]![1] * places;
    const extent = shape[axis]! * places;
    places = extent;
    if (before + after === 0 && axis > 0) continue;
    axes.push({ whole: before + extent + after, before, extent, after, stride });
    stride *= extent;
    places = 1;
  }
  return axes;
}
