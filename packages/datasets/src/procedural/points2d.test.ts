import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { cloudOf } from './points2d/clouds.ts';
import { pointsDensity } from './points2d/points-density.ts';
import { type PointsKind, points2d } from './points2d.ts';

/** Of each kind: parts, the 0.999 quantile of chi-square for their counts, and a lattice fine and wide enough for its density. */
const kinds = [
  { kind: 'ring', parts: 8, quantile: 24.32, reach: 3, step: 0.04, hash: 'b0691d211764ebfc' },
  { kind: 'grid', parts: 25, quantile: 51.18, reach: 5, step: 0.04, hash: 'a1840c252923cb49' },
  { kind: 'moons', parts: 2, quantile: 10.83, reach: 6, step: 0.15, hash: '34c6c4f31ea44d57' },
  { kind: 'swissRoll', parts: 1, quantile: 0, reach: 6, step: 0.15, hash: 'afd8f78a4ef50b89' },
  { kind: 'checkerboard', parts: 8, quantile: 24.32, reach: 6, step: 0.1, hash: 'dfba96849f71eefe' },
  { kind: 'pinwheel', parts: 5, quantile: 18.47, reach: 6, step: 0.05, hash: '3804ebebb123bce6' },
] as const;

const COUNT = 4000;

function valuesOf(data: ReturnType<typeof points2d>): Float32Array {
  const points = data.examples(Array.from({ length: data.length }, (_, i) => i));
  const values = points.dataSync() as Float32Array;
  points.dispose();
  return values;
}

/** The middles of the cells of a lattice that reaches as far from 0 along each axis. */
function lattice(reach: number, step: number): Float64Array {
  const side = Math.round((2 * reach) / step);
  return Float64Array.from({ length: 2 * side * side }, (_, i) => {
    const cell = i % 2 === 0 ? Math.floor(i / 2) % side : Math.floor(i / 2 / side);
    return -reach + (cell + 0.5) * step;
  });
}

/** Mean and its standard error. */
function meanOf(values: ArrayLike<number>): { mean: number; error: number } {
  const mean = Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
  const square = Array.from(values).reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, error: Math.sqrt(square / (values.length - 1) / values.length) };
}

const monomials: readonly ((x: number, y: number) => number)[] = [
  (x) => x, (_, y) => y, (x) => x * x, (_, y) => y * y, (x, y) => x * y, (x, y) => x * x * y, (x, y) => x * y * y,
];

function monomialsAt(points: ArrayLike<number>, monomial: (x: number, y: number) => number): Float64Array {
  return Float64Array.from({ length: points.length / 2 }, (_, i) => monomial(points[2 * i]!, points[2 * i + 1]!));
}

for (const { kind, parts, quantile, reach, step, hash } of kinds) {
  test(`${kind}: the same numbers on every machine`, () => {
    expect(createHash('sha256').update(valuesOf(points2d({ kind, count: 100, seed: 0 }))).digest('hex').slice(0, 16)).toBe(hash);
  });

  test(`${kind}: a point depends on the seed and its index, not on the count`, () => {
    const few = points2d({ kind, count: 7, seed: 5 });
    const more = points2d({ kind, count: 20, seed: 5 }).take(7);
    expect(valuesOf(more)).toEqual(valuesOf(few));
    expect(more.labels).toEqual(few.labels);
    expect(valuesOf(points2d({ kind, count: 7, seed: 6 }))).not.toEqual(valuesOf(few));
  });

  test(`${kind}: the density integrates to 1, and the points have its entropy and its moments`, () => {
    const { logDensity } = pointsDensity(kind);
    const places = lattice(reach, step);
    const masses = logDensity(places).map((value) => Math.exp(value) * step * step);
    expect(Math.abs(masses.reduce((sum, mass) => sum + mass, 0) - 1)).toBeLessThan(1e-8);

    const points = valuesOf(points2d({ kind, count: COUNT, seed: 1 }));
    const entropy = masses.reduce((sum, mass) => sum - (mass > 0 ? mass * Math.log(mass / step / step) : 0), 0);
    const found = meanOf(logDensity(points));
    expect(Math.abs(found.mean + entropy)).toBeLessThan(4 * found.error + 1e-6); // a checkerboard's has no error but rounding
    for (const monomial of monomials) {
      const wanted = monomialsAt(places, monomial).reduce((sum, value, i) => sum + masses[i]! * value, 0);
      const { mean, error } = meanOf(monomialsAt(points, monomial));
      expect(Math.abs(mean - wanted)).toBeLessThan(4 * error);
    }
  });

  test(`${kind}: its parts are equally likely`, () => {
    const { labels } = points2d({ kind, count: COUNT, seed: 2 });
    if (parts === 1) return expect(labels).toBeUndefined();
    const counts = new Float64Array(parts);
    for (const label of labels!) counts[label] = counts[label]! + 1;
    const expected = COUNT / parts;
    expect(counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)).toBeLessThan(quantile);
  });
}

test('the modes of ring and grid are where papers have them, and points lie around that of their label', () => {
  for (const kind of ['ring', 'grid'] as const) {
    const { modes, sigma } = pointsDensity(kind);
    const data = points2d({ kind, count: COUNT, seed: 3 });
    const values = valuesOf(data);
    const near = Array.from(data.labels!, (label, i) => {
      const [x, y] = modes![label]!;
      return Math.hypot(values[2 * i]! - x, values[2 * i + 1]! - y) < 3 * sigma! ? 1 : 0;
    });
    const { mean, error } = meanOf(near);
    expect(Math.abs(mean - (1 - Math.exp(-4.5)))).toBeLessThan(4 * error);
  }
  const ring = pointsDensity('ring').modes!;
  for (const [x, y] of ring) expect(Math.hypot(x, y)).toBeCloseTo(2, 12);
  for (const [k, [x, y]] of ring.entries()) expect(Math.atan2(y, x)).toBeCloseTo(((k + 3) % 8 - 3) * Math.PI / 4, 12);
  expect(pointsDensity('grid').modes!.slice(4, 7)).toEqual([[4, -4], [-4, -2], [-2, -2]]);
});

test('the density of curves agrees with a fine sum over the curve', () => {
  const curves = {
    moons: (u: number) => [[2 * Math.cos(Math.PI * u) - 1, 2 * Math.sin(Math.PI * u) - 0.2], [1 - 2 * Math.cos(Math.PI * u), 0.8 - 2 * Math.sin(Math.PI * u)]],
    swissRoll: (u: number) => [[Math.cos(1.5 * Math.PI * (1 + 2 * u)), Math.sin(1.5 * Math.PI * (1 + 2 * u))].map((value) => 0.3 * Math.PI * (1 + 2 * u) * value)],
  };
  for (const kind of ['moons', 'swissRoll'] as const) {
    const { logDensity } = pointsDensity(kind);
    for (const [x, y] of [[0, 0], [-1, -0.2], [1.1, 2], [-3, -0.1], [2.4, 0.7], [0.5, -1.5]] as const) {
      let sum = 0;
      for (let k = 0; k < 20_000; k++) {
        for (const [a, b] of curves[kind]((k + 0.5) / 20_000)) sum += Math.exp(-((x - a!) ** 2 + (y - b!) ** 2) / 0.08);
      }
      const direct = Math.log(sum / 20_000 / (kind === 'moons' ? 2 : 1) / (0.08 * Math.PI));
      expect(Math.abs(logDensity([x, y])[0]! - direct)).toBeLessThan(1e-6); // the midpoint rule's own error, where a curve ends
    }
  }
});

test('no point of a checkerboard is rounded out of its square', () => {
  const { place, logDensity } = cloudOf('checkerboard');
  const [least, most] = [2 ** -24, 1 - 2 ** -24];
  for (let part = 0; part < 8; part++) {
    for (const corner of [[least, least], [least, most], [most, least], [most, most]] as const) {
      const [x, y] = place(part, corner, [0, 0]).map(Math.fround) as [number, number];
      expect(logDensity(x, y)).toBe(-Math.log(32));
    }
  }
  expect(Array.from(pointsDensity('checkerboard').logDensity([1, -1, 5, 5, Number.NaN, 0]))).toEqual([-Infinity, -Infinity, Number.NaN]);
});

test('refuses what is no kind, count, seed or point', () => {
  expect(() => points2d({ kind: 'toString' as PointsKind })).toThrow('[genmodels/invalid-argument] kind must be one of "ring", "grid",');
  expect(() => pointsDensity('rings' as PointsKind)).toThrow('"pinwheel", got "rings"');
  expect(() => points2d({ kind: 'ring', count: 0 })).toThrow('[genmodels/invalid-argument] count must be an integer of at least 1, got 0');
  expect(() => points2d({ kind: 'ring', seed: -1 })).toThrow('[genmodels/invalid-argument] seed');
  expect(() => pointsDensity('ring').logDensity([1, 2, 3])).toThrow('[genmodels/invalid-shape] points must hold two numbers a point, x and y, got 3 numbers');
});
