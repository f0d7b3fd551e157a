import { inverseNormalCdf } from '@genmodels/core';
import { checkConfidence } from './check-confidence.ts';
import type { Interval } from './interval.ts';

/** Of a share: `hits` of `count` examples (Wilson 1927). It stays within [0, 1], and has a width even where all or none hit. */
export function wilsonInterval(hits: number, count: number, confidence = 0.95): Interval {
  checkConfidence(confidence);
  const z = inverseNormalCdf((1 + confidence) / 2);
  return {
    low: lowest(hits, count, z),
    high: 1 - lowest(count - hits, count, z),
    confidence,
    method: `Wilson, of ${count} examples`,
  };
}

/** The smallest share that would have given so many hits within z standard errors. */
function lowest(hits: number, count: number, z: number): number {
  const spread = z * Math.sqrt(z * z + 4 * hits * (1 - hits / count));
  return (2 * hits + z * z - spread) / (2 * (count + z * z));
}
