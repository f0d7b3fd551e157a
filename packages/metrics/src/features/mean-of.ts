import type { Features } from './features.ts';

/** The mean of each feature over the examples, [width]. */
export function meanOf({ values, width, length }: Pick<Features, 'values' | 'width' | 'length'>): Float64Array {
  const mean = new Float64Array(width);
  for (let at = 0; at < values.length; at += width) for (let k = 0; k < width; k++) mean[k]! += values[at + k]! / length;
  return mean;
}
