import { check, isTensor, show } from '@genmodels/core';
import type { LikelihoodOptions } from './likelihood-options.ts';

/** The values, checked as far as they can be: a mass is at most 1, so that the mean of -log of it is at least 0. */
export async function readNats({ nats, likelihood, estimator }: LikelihoodOptions): Promise<ArrayLike<number>> {
  checkSaid(likelihood, estimator);
  const values = isTensor(nats) ? await nats.data() : nats;
  check(
    typeof values?.length === 'number' && values.length > 0 && (!isTensor(nats) || nats.rank === 1),
    'invalid-shape',
    () => `nats must be one number an example, got ${isTensor(nats) ? `a tensor of shape ${show(nats.shape)}` : show(values)}`,
  );
  const at = Array.prototype.findIndex.call(values, (value: number) => !Number.isFinite(value));
  check(at < 0, 'invalid-value', () => `nats must be finite, got ${values[at]} for example ${at}`);
  checkSign(values, likelihood);
  return values;
}

function checkSaid(likelihood: string, estimator: string): void {
  check(
    likelihood === 'density' || /^mass of ./.test(likelihood),
    'invalid-argument',
    () => `likelihood must be 'density' or, for discrete values, 'mass of 8-bit values' or the like, got ${show(likelihood)}`,
  );
  check(
    typeof estimator === 'string' && estimator !== '',
    'invalid-argument',
    () => `estimator must say how log p(x) was found, such as 'exact' or 'ELBO', got ${show(estimator)}`,
  );
}

function checkSign(values: ArrayLike<number>, likelihood: string): void {
  const total = Array.prototype.reduce.call(values, (sum, value) => (sum as number) + (value as number), 0) as number;
  check(
    likelihood === 'density' || total >= 0,
    'invalid-value',
    () =>
      `-log of a mass cannot be negative in the mean, got ${total / values.length}: give -log p(x), or say 'density' if it is one`,
  );
}
