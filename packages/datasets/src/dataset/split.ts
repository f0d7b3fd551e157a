import { check, checkSeed, createRng, drawPermutation, show } from '@genmodels/core';

/** How many examples there are to split, and what errors call them. */
interface Whole {
  readonly name: string;
  readonly length: number;
}

/** A fraction for the first of two parts, or the number of examples of each part. */
export type Parts = number | readonly number[];

/** The indices of random parts that share none. Throws 'invalid-argument' where they do not fit. */
export function drawParts({ name, length }: Whole, parts: Parts, seed: number): Uint32Array[] {
  const counts = typeof parts === 'number' ? toCounts(parts, length) : parts;
  const total = counts.reduce((sum, count) => sum + count, 0);
  check(
    counts.every((count) => Number.isInteger(count) && count >= 1) && total <= length,
    'invalid-argument',
    () =>
      `parts must be integers of at least 1 that add up to at most the ${length} examples of ${show(name)}, got ${show(counts)}`,
  );
  checkSeed(seed);
  const order = drawPermutation(length, createRng(seed).fork('split'));
  let end = 0;
  return counts.map((count) => {
    end += count;
    return order.subarray(end - count, end);
  });
}

function toCounts(fraction: number, length: number): [number, number] {
  const first = Math.round(fraction * length);
  check(
    first >= 1 && first < length,
    'invalid-argument',
    () => `a fraction must leave examples in both parts of the ${length}, got ${show(fraction)}`,
  );
  return [first, length - first];
}
