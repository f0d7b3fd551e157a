import { checkCount } from './check-count.ts';
import { check, show } from './errors.ts';
import type { SampleOptions } from './model.ts';
import { checkSeed } from './rng.ts';

/** Refuses impossible counts, seeds and temperatures. */
export function checkSampleOptions({ count, seed, batchSize = 1, temperature = 1 }: SampleOptions): void {
  checkCount('count', count);
  checkCount('batchSize', batchSize);
  checkSeed(seed);
  check(
    temperature >= 0 && temperature < Infinity,
    'invalid-argument',
    () => `temperature must be a number from 0, got ${show(temperature)}`,
  );
}
