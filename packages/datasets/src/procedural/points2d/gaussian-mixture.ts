import type { Point } from './cloud.ts';

/** The middle of a Gaussian, and its share of the points. */
export interface Component {
  readonly middle: Point;
  readonly weight: number;
}

/** ln p(x, y) in nats of round Gaussians of one standard deviation, whose weights sum to 1. */
export function mixtureLogDensity(components: readonly Component[], sigma: number): (x: number, y: number) => number {
  const xs = Float64Array.from(components, ({ middle }) => middle[0]);
  const ys = Float64Array.from(components, ({ middle }) => middle[1]);
  const logWeights = Float64Array.from(components, ({ weight }) => Math.log(weight / (2 * Math.PI * sigma * sigma)));
  const terms = new Float64Array(components.length);
  return (x, y) => {
    for (let k = 0; k < terms.length; k++) {
      const dx = x - xs[k]!;
      const dy = y - ys[k]!;
      terms[k] = logWeights[k]! - (dx * dx + dy * dy) / (2 * sigma * sigma);
    }
    return logSumExp(terms);
  };
}

/** ln of the sum of e^term, without overflow or underflow. Indices, because an iterator would take most of the time. */
export function logSumExp(terms: Float64Array): number {
  let peak = -Infinity;
  for (let k = 0; k < terms.length; k++) peak = Math.max(peak, terms[k]!);
  let sum = 0;
  for (let k = 0; k < terms.length; k++) {
    if (terms[k]! > peak - 40) sum += Math.exp(terms[k]! - peak); // what is smaller is lost in rounding
  }
  return peak + Math.log(sum);
}
