/**
 * Where the mean of a Poisson distribution probably lies of which one draw is known (Garwood 1936): the smallest mean of which a
 * draw of at least `count`, and the largest of which one of at most `count`, has the probability (1 - confidence) / 2. Exact.
 */
export function poissonInterval(count: number, confidence = 0.95): { low: number; high: number } {
  const tail = (1 - confidence) / 2;
  const far = count + 20 * Math.sqrt(count + 1) + 40; // no mean from here on draws so few
  return {
    low: count === 0 ? 0 : bisect(0, count, (mean) => atLeast(count, mean) < tail),
    high: bisect(count, far, (mean) => atMost(count, mean) > tail),
  };
}

/** Where `isBelow` turns from true to false. */
function bisect(from: number, to: number, isBelow: (x: number) => boolean): number {
  let [low, high] = [from, to];
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (isBelow(middle)) low = middle;
    else high = middle;
  }
}

/** P(draw >= count), for a mean of at most `count`: its terms fall from the first one on. */
function atLeast(count: number, mean: number): number {
  return sumWhileFelt(logProbability(count, mean), (i) => mean / (count + i));
}

/** P(draw <= count), for a mean of at least `count`: its terms fall from the last one down. */
function atMost(count: number, mean: number): number {
  return sumWhileFelt(logProbability(count, mean), (i) => (count - i + 1) / mean);
}

/** exp(log of the first term) (1 + ratio(1) + ratio(1) ratio(2) + ...) */
function sumWhileFelt(logFirst: number, ratio: (i: number) => number): number {
  let sum = 0;
  let term = 1;
  for (let i = 1; term > 1e-17 * sum; i++) {
    sum += term;
    term *= ratio(i);
  }
  return Math.exp(logFirst) * sum;
}

function logProbability(count: number, mean: number): number {
  return mean === 0 ? Number.NEGATIVE_INFINITY : count * Math.log(mean) - mean - logFactorial(count);
}

/** Stirling's series beyond 20, the product up to there. */
function logFactorial(n: number): number {
  if (n <= 20) return Math.log(Array.from({ length: n }, (_, i) => i + 1).reduce((product, i) => product * i, 1));
  const series = 1 / (12 * n) - 1 / (360 * n ** 3) + 1 / (1260 * n ** 5) - 1 / (1680 * n ** 7);
  return n * Math.log(n) - n + Math.log(2 * Math.PI * n) / 2 + series;
}
