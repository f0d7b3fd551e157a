/** How two sets of numbers lie to each other. */
export interface RankTest {
  /** Pairs of one of each in which the first is larger, ties by half: Mann and Whitney's U. */
  readonly u: number;
  /** U of all pairs: the chance that one of the first is larger than one of the second. 0.5 where both lie alike. */
  readonly share: number;
  /** U less its mean, in standard deviations, if both lay alike. */
  readonly z: number;
}

/**
 * Mann and Whitney 1947; z by the normal approximation, corrected for ties but not for continuity.
 *
 * The test takes numbers for independent, and n numbers of which many come from one and the same example are not: few examples then
 * look like many, and z is too large. `repeated`, the pairs of the first set that come from one example, makes up for it: its part
 * n m^2 / 12 of the variance is of a sum of n terms, and with groups of c equal terms that is the sum of c^2 = n + 2 pairs times
 * the variance of one.
 */
export function rankTest(first: ArrayLike<number>, second: ArrayLike<number>, repeated = 0): RankTest {
  const [n, m] = [first.length, second.length];
  let [u, ties] = [0, 0];
  let smaller = 0; // of the second
  for (const [ofFirst, ofSecond] of groupsOfEquals(first, second)) {
    u += ofFirst * (smaller + ofSecond / 2);
    ties += (ofFirst + ofSecond) ** 3 - (ofFirst + ofSecond);
    smaller += ofSecond;
  }
  const variance = ((n * m) / 12) * (n + m + 1 - ties / ((n + m) * (n + m - 1))) + (m ** 2 / 12) * 2 * repeated;
  return { u, share: u / (n * m), z: variance > 0 ? (u - (n * m) / 2) / Math.sqrt(variance) : 0 };
}

/** How often each number stands in the first set and in the second, smallest first. */
function* groupsOfEquals(first: ArrayLike<number>, second: ArrayLike<number>): Generator<[number, number]> {
  const [a, b] = [Float64Array.from(first).sort(), Float64Array.from(second).sort()];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    const least = Math.min(a[i] ?? Number.POSITIVE_INFINITY, b[j] ?? Number.POSITIVE_INFINITY);
    const [fromI, fromJ] = [i, j];
    while (i < a.length && a[i] === least) i++;
    while (j < b.length && b[j] === least) j++;
    yield [i - fromI, j - fromJ];
  }
}
