import type { PixelLayer, PixelRecurrence } from './pixel-ops.ts';
import type { Tap } from './program.ts';
import type { LayerValues } from './read-layers.ts';

/** Where a pixel lies from the one that looks at it. */
export interface Reach {
  readonly row: number;
  readonly column: number;
}

/**
 * What a convolution looks at, without what counts nothing. Of a transposed one with stride s there are s x s lists: the pixels of a
 * block of the output look at the input's pixels through different cells of the kernel.
 */
export function tapsOf(values: LayerValues, { padding, stride = 1, transposed = false }: PixelLayer): Tap[][] {
  const cells = cellsOf(values);
  if (!transposed)
    return [cells.map(({ row, column, weights }) => ({ row: row - padding.top, column: column - padding.left, weights }))];
  const places = Array.from({ length: stride * stride }, (_, i) => [Math.floor(i / stride), i % stride] as const);
  return places.map(([down, right]) =>
    cells
      .map(({ row, column, weights }) => ({
        row: (down + padding.top - row) / stride,
        column: (right + padding.left - column) / stride,
        weights,
      }))
      .filter(({ row, column }) => Number.isInteger(row) && Number.isInteger(column)),
  );
}

export function tapsOfRecurrence({ kernel, shape }: LayerValues, { taps }: PixelRecurrence): Tap[] {
  const size = shape[1]! * shape[2]!;
  return taps.map(([row, column], i) => ({ row, column, weights: kernel.subarray(i * size, (i + 1) * size) }));
}

/** The kernel's cells that are not all zeros, row by row. */
function cellsOf({ kernel, shape }: LayerValues): Tap[] {
  const [rows, columns, inputs, filters] = shape as [number, number, number, number];
  const size = inputs * filters;
  return Array.from({ length: rows * columns }, (_, i) => ({
    row: Math.floor(i / columns),
    column: i % columns,
    weights: kernel.subarray(i * size, (i + 1) * size),
  })).filter(({ weights }) => weights.some((weight) => weight !== 0));
}
