import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { drawSprite } from './sprites/draw-sprite.ts';
import { FACTOR_NAMES, FACTORS, type Factors } from './sprites/factors.ts';
import { combineFactors } from './sprites/grid.ts';
import { sprites } from './sprites.ts';

const HEART: Factors = { shape: 2, scale: 5, orientation: 0, x: 16, y: 16 };

/** The pictures as bytes again. */
function bytesOf(data: ReturnType<typeof sprites>): Uint8Array {
  const images = data.images(Array.from({ length: data.length }, (_, i) => i));
  const bytes = Uint8Array.from(images.dataSync());
  images.dispose();
  return bytes;
}

test('the same bytes on every machine', () => {
  const hashes = ([64, 32] as const).map((side) => createHash('sha256').update(bytesOf(sprites({ count: 100, side }))).digest('hex'));
  expect(hashes).toEqual([
    'e718c8ac72f76fc8387874ca1230d9a3d9b3331ba2344097e9e6f9ef6ea4e78a',
    '2e8d54c8ce5a1b3d13e6a5bc991f31203a59e8f0378550f14924e96c0107f899',
  ]);
});

test('an example depends on the seed and its index, not on the count', () => {
  const few = sprites({ count: 5, seed: 3, side: 32 });
  const more = sprites({ count: 9, seed: 3, side: 32 });
  expect(bytesOf(more.take(5))).toEqual(bytesOf(few));
  expect(more.take(5).attributes).toEqual(few.attributes);
  expect(bytesOf(sprites({ count: 5, seed: 4, side: 32 }))).not.toEqual(bytesOf(few));
});

test('random ones draw every factor evenly, and the pictures are what the attributes say', () => {
  const data = sprites({ count: 2000, side: 32 });
  for (const name of FACTOR_NAMES) {
    const [share, column] = [1 / FACTORS[name], Array.from(data.attributes![name]!)];
    for (let value = 0; value < FACTORS[name]; value++) {
      const count = column.filter((other) => other === value).length;
      expect(Math.abs(count - 2000 * share)).toBeLessThan(5 * Math.sqrt(2000 * share * (1 - share)));
    }
  }
  const factors = Object.fromEntries(FACTOR_NAMES.map((name) => [name, data.attributes![name]![7]!])) as Factors;
  expect(bytesOf(data).subarray(7 * 1024, 8 * 1024)).toEqual(drawSprite(factors, 32));
  expect(Array.from(data.labels!)).toEqual(Array.from(data.attributes!['shape']!));
  expect(data.spec).toEqual({ shape: [32, 32, 1], domain: 'binary' });
});

test('a step along x or y is a pixel', () => {
  const still = drawSprite(HEART, 64);
  const right = drawSprite({ ...HEART, x: 17 }, 64);
  const down = drawSprite({ ...HEART, y: 17 }, 64);
  expect(right.subarray(1)).toEqual(still.subarray(0, -1));
  expect(down.subarray(64)).toEqual(still.subarray(0, -64));
});

test.each([32, 64])('no shape touches the border at side %i, wherever it is and however it is turned', (side) => {
  for (const factors of combineFactors({ shape: 3, scale: [5], orientation: 40, x: 2, y: 2 })) {
    const picture = drawSprite(factors, side);
    const border = picture.filter((_, i) => i < side || i >= side * (side - 1) || i % side === 0 || i % side === side - 1);
    expect(border.includes(1)).toBe(false);
  }
});

// The areas of the shapes themselves: a square, an ellipse, and the heart's curve, which encloses 3.66197.
test.each([
  ['square', 0, 21.2 ** 2],
  ['ellipse', 1, Math.PI * 15.4 * 8.4],
  ['heart', 2, 3.66197 * 12 ** 2],
])('the area of the shape %s grows with the square of its scale, and turning leaves it', (_, shape, area) => {
  for (const factors of combineFactors({ shape: [shape], scale: 6, orientation: 40 })) {
    const part = (0.5 + 0.1 * factors.scale) ** 2;
    expect(Math.abs(drawSprite(factors, 64).reduce((total, byte) => total + byte, 0) / area - part)).toBeLessThan(0.05);
  }
});

test('orientation turns clockwise, once around: only its last looks like its first', () => {
  const looks = combineFactors({ orientation: 40 }).map((factors) => drawSprite(factors, 64).join());
  expect(looks[39]).toBe(looks[0]);
  expect(new Set(looks).size).toBe(39);
  const [up, quarter] = [0, 10].map((orientation) => centreOfMass(drawSprite({ ...HEART, orientation }, 64)));
  expect(up!.x).toBeCloseTo(32.5, 6); // both sides alike
  expect(up!.y).toBeLessThan(32.2); // the lobes weigh more than the tip, which points down
  expect(quarter!.x).toBeGreaterThan(32.8); // and to the left after a quarter
});

test('a grid is every combination, the last factor fastest', () => {
  const data = sprites({ grid: { shape: [2, 0], x: 3 }, side: 32 });
  const { shape, scale, orientation, x, y } = data.attributes!;
  expect(Array.from(shape!)).toEqual([2, 2, 2, 0, 0, 0]);
  expect(Array.from(x!)).toEqual([0, 16, 31, 0, 16, 31]);
  expect([scale, orientation, y].map((column) => Array.from(column!))).toEqual([new Array(6).fill(5), new Array(6).fill(0), new Array(6).fill(16)]);
  expect(bytesOf(data).subarray(1024, 2048)).toEqual(drawSprite({ ...HEART, x: 16 }, 32));
  expect(Array.from(sprites({ grid: { y: 1 }, side: 32 }).attributes!['y']!)).toEqual([0]);
});

test('all of them are the 737,280 of dSprites, in its order', () => {
  const all = combineFactors('all');
  expect(all.length).toBe(737_280);
  expect(all[0]).toEqual({ shape: 0, scale: 0, orientation: 0, x: 0, y: 0 });
  expect(all[32 + 5]).toEqual({ shape: 0, scale: 0, orientation: 0, x: 1, y: 5 });
  expect(all.at(-1)).toEqual({ shape: 2, scale: 5, orientation: 39, x: 31, y: 31 });
});

test.each([
  [{ side: 48 as 64 }, 'side must be 32 or 64, got 48'],
  [{ count: 0 }, 'count must be an integer of at least 1, got 0'],
  [{ seed: -1 }, 'seed must be'],
  [{ count: 4, grid: { x: 2 } }, 'count must be left out where a grid says which sprites there are, got 4'],
  [{ grid: { size: 3 } as object }, 'grid must be \'all\' or name factors among ["shape", "scale", "orientation", "x", "y"], got ["size"]'],
  [{ grid: { scale: 7 } }, 'grid.scale must be how many values, from 1 to 6, or a list of their numbers from 0 to 5, got 7'],
  [{ grid: { scale: [] } }, 'grid.scale must be how many values, from 1 to 6, or a list of their numbers from 0 to 5, got []'],
  [{ grid: { x: [31, 32] } }, 'grid.x must be how many values, from 1 to 32, or a list of their numbers from 0 to 31, got [31, 32]'],
  [{ grid: { y: 1.5 } }, 'grid.y must be how many values, from 1 to 32'],
])('refuses %j', (options, message) => {
  expect(() => sprites(options)).toThrow(`[genmodels/invalid-argument] ${message}`);
});

function centreOfMass(picture: Uint8Array): { x: number; y: number } {
  let [x, y, mass] = [0, 0, 0];
  picture.forEach((byte, i) => {
    x += byte * ((i % 64) + 0.5);
    y += byte * (Math.floor(i / 64) + 0.5);
    mass += byte;
  });
  return { x: x / mass, y: y / mass };
}
