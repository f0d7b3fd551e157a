/** Numbers, [height, width, channels]. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly data: Uint8Array | Uint8ClampedArray | Float32Array;
}

/** The part of a picture that is shown, in its pixels; edges may cut through pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Which inputs an output is the weighted sum of. */
interface Window {
  readonly first: number;
  /** They add up to 1. */
  readonly weights: Float64Array;
}

/**
 * Scales a part of a picture to width x height by triangles that, where it shrinks, are as wide as its pixels become: every pixel
 * counts, so that fine patterns turn grey instead of into false ones. What that does to generative models and to the numbers they
 * are judged by: Parmar, Zhang and Zhu, "On aliased resizing and surprising subtleties in GAN evaluation", CVPR 2022.
 */
export function resample(plane: Plane, box: Box, width: number, height: number): Float32Array {
  const columns = windows(plane.width, box.left, box.width, width);
  const rows = windows(plane.height, box.top, box.height, height);
  return addRows(addColumns(plane, columns), rows, width * plane.channels);
}

/** For each of `count` outputs that share `extent` inputs from `start` on: the inputs near its centre, with what they weigh. */
export function windows(length: number, start: number, extent: number, count: number): Window[] {
  const scale = extent / count;
  const reach = Math.max(scale, 1);
  return Array.from({ length: count }, (_, i) => {
    const centre = start + (i + 0.5) * scale;
    const first = Math.max(0, Math.round(centre - reach));
    const end = Math.min(length, Math.round(centre + reach));
    const weights = Float64Array.from({ length: end - first }, (_, k) =>
      Math.max(0, 1 - Math.abs(first + k + 0.5 - centre) / reach),
    );
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return { first, weights: weights.map((weight) => weight / sum) };
  });
}

/** [height, width, channels] -> [height, columns, channels] */
function addColumns({ width, height, channels, data }: Plane, columns: readonly Window[]): Float32Array {
  const sums = new Float32Array(height * columns.length * channels);
  for (let y = 0, to = 0; y < height; y++) {
    for (const { first, weights } of columns) {
      const from = (y * width + first) * channels;
      for (let c = 0; c < channels; c++, to++) {
        let sum = 0;
        for (let k = 0; k < weights.length; k++) sum += weights[k]! * data[from + k * channels + c]!;
        sums[to] = sum;
      }
    }
  }
  return sums;
}

/** [height, size] -> [rows, size] */
function addRows(data: Float32Array, rows: readonly Window[], size: number): Float32Array {
  const sums = new Float32Array(rows.length * size);
  rows.forEach(({ first, weights }, row) => {
    for (let i = 0; i < size; i++) {
      let sum = 0;
      for (let k = 0; k < weights.length; k++) sum += weights[k]! * data[(first + k) * size + i]!;
      sums[row * size + i] = sum;
    }
  });
  return sums;
}
