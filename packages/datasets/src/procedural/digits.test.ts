import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { ALLOGRAPHS } from './digits/allographs.ts';
import { digits } from './digits.ts';

/** The pictures as bytes again. */
function bytesOf(data: ReturnType<typeof digits>): Uint8Array {
  const images = data.images(Array.from({ length: data.length }, (_, i) => i));
  const bytes = Uint8Array.from(images.dataSync(), (value) => Math.round(255 * value));
  images.dispose();
  return bytes;
}

test('the same bytes on every machine', () => {
  const data = digits({ count: 100, seed: 0 });
  expect(createHash('sha256').update(bytesOf(data)).digest('hex')).toBe(
    'e2860f7f29cd49f32561ee777c56f5f5c977944b7b966220af68afc3c5a8059e',
  );
  expect(Array.from(data.labels!.subarray(0, 10))).toEqual([9, 8, 3, 1, 4, 2, 7, 5, 6, 0]);
});

test('an example depends on the seed and its index, not on the count', () => {
  const few = digits({ count: 7, seed: 5 });
  const more = digits({ count: 20, seed: 5 });
  expect(bytesOf(more.take(7))).toEqual(bytesOf(few));
  expect(more.labels!.slice(0, 7)).toEqual(few.labels);
  expect(bytesOf(digits({ count: 7, seed: 6 }))).not.toEqual(bytesOf(few));
});

test('every ten examples hold each class once, in an order that changes', () => {
  const { labels } = digits({ count: 30 });
  const tens = [0, 10, 20].map((start) => Array.from(labels!.subarray(start, start + 10)));
  for (const ten of tens) expect([...ten].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(tens[0]).not.toEqual(tens[1]);
});

test('the ink fills a box of 20 and is centred by mass', () => {
  const bytes = bytesOf(digits({ count: 50, seed: 2 }));
  for (let i = 0; i < 50; i++) {
    const ink = inkOf(bytes.subarray(784 * i, 784 * (i + 1)));
    expect(Math.max(ink.width, ink.height)).toBeGreaterThanOrEqual(18);
    expect(Math.max(ink.width, ink.height)).toBeLessThanOrEqual(22);
    expect(Math.abs(ink.x - 14)).toBeLessThan(1.5); // half a pixel by rounding, the rest where strokes cross
    expect(Math.abs(ink.y - 14)).toBeLessThan(1.5);
  }
});

test('about as much of a picture is ink as in MNIST, an eighth, and no pen blots a whole one', () => {
  const bytes = bytesOf(digits({ count: 200, seed: 4 }));
  const shares = Array.from({ length: 200 }, (_, i) => {
    return bytes.subarray(784 * i, 784 * (i + 1)).reduce((sum, byte) => sum + byte, 0) / (784 * 255);
  });
  const mean = shares.reduce((sum, share) => sum + share / 200, 0);
  expect(mean).toBeGreaterThan(0.11);
  expect(mean).toBeLessThan(0.14);
  expect(Math.min(...shares)).toBeGreaterThan(0.02);
  expect(Math.max(...shares)).toBeLessThan(0.3);
});

test('no two pictures are alike', () => {
  const bytes = bytesOf(digits({ count: 50, seed: 3 }));
  const pictures = Array.from({ length: 50 }, (_, i) => bytes.subarray(784 * i, 784 * (i + 1)).join());
  expect(new Set(pictures).size).toBe(50);
});

test('every allograph is strokes of at least two points', () => {
  expect(ALLOGRAPHS.length).toBe(10);
  for (const { weight, strokes } of ALLOGRAPHS.flat()) {
    expect(weight).toBeGreaterThan(0);
    for (const stroke of strokes) expect(stroke).toMatch(/^\d+,\d+( \d+,\d+)+$/);
  }
});

test('refuses counts and seeds that are none', () => {
  expect(() => digits({ count: 0 })).toThrow('[genmodels/invalid-argument] count must be an integer of at least 1, got 0');
  expect(() => digits({ count: 1, seed: -1 })).toThrow('[genmodels/invalid-argument] seed');
});

/** Centre of mass, and extent of what is more than a shade, in pixels. */
function inkOf(picture: Uint8Array): { x: number; y: number; width: number; height: number } {
  let [x, y, mass] = [0, 0, 0];
  const columns = new Set<number>();
  const rows = new Set<number>();
  picture.forEach((byte, i) => {
    x += byte * (i % 28);
    y += byte * Math.floor(i / 28);
    mass += byte;
    if (byte > 30) columns.add(i % 28);
    if (byte > 30) rows.add(Math.floor(i / 28));
  });
  return { x: x / mass, y: y / mass, width: columns.size, height: rows.size };
}
