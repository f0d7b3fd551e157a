import { createRng } from '@genmodels/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFixture } from '../testing/read-fixture.ts';
import { supportOf } from './estimate-support.ts';
import { poissonInterval } from './poisson-interval.ts';
import { type RankTest, rankTest } from './rank-test.ts';

interface Fixture {
  rankTest: { x: number[]; y: number[] } & Pick<RankTest, 'u' | 'z'>;
  poisson: { count: number; confidence: number; low: number; high: number }[];
}

const fixture = readFixture<Fixture>('neighbors');

describe('the rank test', () => {
  it('has parity with SciPy, with ties', () => {
    const { x, y, u, z } = fixture.rankTest;
    const found = rankTest(x, y);
    expect(found.u).toBe(u);
    expect(found.z).toBeCloseTo(z, 12);
    expect(found.share).toBeCloseTo(u / (x.length * y.length), 12);
  });

  it('counts the pairs in which the first is larger', () => {
    const some = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 12 });
    fc.assert(fc.property(some, some, (x, y) => {
      const pairs = x.flatMap((a) => y.map((b) => (a > b ? 1 : a === b ? 0.5 : 0))).reduce((sum: number, each) => sum + each, 0);
      expect(rankTest(x, y).u).toBe(pairs);
      expect(rankTest(y, x).z).toBeCloseTo(-rankTest(x, y).z, 12);
    }));
  });

  it('is as sure as it should be, however often the examples repeat', () => {
    const [different, times, others, draws] = [20, 5, 60, 400];
    const z = (repeated: number) => (draw: number) => {
      const numbers = createRng(draw).fillNormal(new Float32Array(different + others));
      const first = Array.from({ length: different * times }, (_, i) => numbers[i % different]!);
      return rankTest(first, numbers.subarray(different), repeated).z;
    };
    const deviation = (repeated: number) =>
      Math.sqrt(Array.from({ length: draws }, (_, draw) => z(repeated)(draw) ** 2).reduce((sum, square) => sum + square, 0) / draws);
    expect(Math.abs(deviation((different * times * (times - 1)) / 2) - 1)).toBeLessThan(0.15); // 4 standard errors
    expect(deviation(0)).toBeGreaterThan(1.5);
  });

  it('says 0 where all are equal', () => {
    expect(rankTest([2, 2], [2, 2, 2])).toEqual({ u: 3, share: 0.5, z: 0 });
  });
});

describe('the interval of a Poisson count', () => {
  it.each(fixture.poisson)('has parity with SciPy for $count at $confidence', ({ count, confidence, low, high }) => {
    const found = poissonInterval(count, confidence);
    expect(Math.abs(found.low - low)).toBeLessThanOrEqual(1e-9 * low);
    expect(Math.abs(found.high - high)).toBeLessThanOrEqual(1e-9 * high);
  });
});

describe('the estimate of a support', () => {
  it('is the pairs there are by the pairs that are equal', () => {
    expect(supportOf(101, 10)).toMatchObject({ count: 101, pairs: 10, size: 505 });
  });

  it('says "at least" where no pair is equal', () => {
    const estimate = supportOf(100, 0);
    expect(estimate.size).toBeUndefined();
    expect(estimate.high).toBeUndefined();
    expect(estimate.low).toBeCloseTo(4950 / 3.6888794541, 6);
  });
});
