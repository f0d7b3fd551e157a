import { expect, test } from 'vitest';
import { minimize } from './minimize.ts';
import type { Objective } from './search-line.ts';

const options = { tolerance: 1e-10, maxIterations: 200 };

/** sum of scale_i (x_i - i)^4 + (x_i - i)^2: convex, flat and steep. */
const bowl: Objective = async (point) => ({
  value: point.reduce((sum, x, i) => sum + 100 ** i * (x - i) ** 4 + (x - i) ** 2, 0),
  gradient: point.map((x, i) => 4 * 100 ** i * (x - i) ** 3 + 2 * (x - i)),
});

test('finds the minimum from afar', async () => {
  const { point, converged, value } = await minimize(bowl, { ...options, start: Float64Array.of(50, -50, 50) });
  expect(converged).toBe(true);
  expect(value).toBeLessThan(1e-18);
  point.forEach((x, i) => expect(x).toBeCloseTo(i, 9));
});

test('starts where it may stay', async () => {
  expect(await minimize(bowl, { ...options, start: Float64Array.of(0, 1, 2) })).toMatchObject({ iterations: 0, converged: true });
});

test('says when it did not get there', async () => {
  const found = await minimize(bowl, { ...options, start: Float64Array.of(50, -50, 50), maxIterations: 3 });
  expect(found).toMatchObject({ iterations: 3, converged: false });
});

test('of a valley whose curvatures lie far apart it needs few evaluations', async () => {
  let evaluations = 0;
  const valley: Objective = async (point) => {
    evaluations++;
    return { value: point.reduce((sum, x, i) => sum + 10 ** i * x * x, 0) / 2, gradient: point.map((x, i) => 10 ** i * x) };
  };
  const { converged } = await minimize(valley, { ...options, start: new Float64Array(5).fill(1) });
  expect(converged).toBe(true);
  expect(evaluations).toBeLessThan(60); // steepest descent needs some hundred thousand
});

test('an objective that lies about its gradient is an error, not a loop', async () => {
  const lie: Objective = async (point) => ({ value: point[0]!, gradient: Float64Array.of(-1) });
  await expect(minimize(lie, { ...options, start: Float64Array.of(0) })).rejects.toThrow('[genmodels/diverged] a line search');
});
