import { check, show } from './errors.ts';

/** Refuses what is no integer of at least 1: a number of examples, of samples, of rows. */
export function checkCount(name: string, count: number): void {
  check(
    Number.isInteger(count) && count >= 1,
    'invalid-argument',
    () => `${name} must be an integer of at least 1, got ${show(count)}`,
  );
}
