import type { Features } from './features.ts';

/** The examples of these numbers, copied, in the order of the numbers and as often as they are named. */
export function takeRows({ values, width, origin }: Features, rows: Uint32Array): Features {
  const taken = values instanceof Float64Array ? new Float64Array(rows.length * width) : new Float32Array(rows.length * width);
  rows.forEach((row, at) => {
    taken.set(values.subarray(row * width, (row + 1) * width), at * width);
  });
  return { values: taken, length: rows.length, width, origin };
}
