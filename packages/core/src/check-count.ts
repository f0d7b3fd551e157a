import { check, show } from './errors.ts';

/** Refuses what is no integer of at least `least`: a number of examples, of samples, of rows. */
export function checkCount(name: string, count: number, least = 1): void {
  check(
    Number.isInteger(count) && count >= least,
    'invalid-argument',
    () => `${name} must be an integer of at least ${least}, got ${show(count)}`,
  );
}
