import { createHash } from 'node:crypto';
import { createRng } from '@genmodels/core';
import { expect, test } from 'vitest';
import { drawFace } from './faces/draw-face.ts';
import { BACKGROUNDS, CLOTHES, FLUSHES, HAIRS, IRISES, SKINS } from './faces/palette.ts';
import { drawTraits, TRAITS, type Trait, type TraitName, type Traits } from './faces/traits.ts';
import { faces } from './faces.ts';

const NAMES = Object.keys(TRAITS) as TraitName[];

/** Without a turn or a shift, so that each part of the face is where the boxes below say. */
const PLAIN: Traits = {
  smile: 0, glasses: 0, hat: 0, beard: 0, blush: 0, mouthOpen: 0, eyesClosed: 0,
  hair: 1, hairColour: 1, skin: 1, head: 0, eyeColour: 1, clothes: 3, background: 0,
  gaze: 0, brows: 0, x: 0, y: 0, size: 1.1, tilt: 0, light: 1,
};

/** The pictures as bytes again. */
function bytesOf(data: ReturnType<typeof faces>): Uint8Array {
  const images = data.images(Array.from({ length: data.length }, (_, i) => i));
  const bytes = Uint8Array.from(images.dataSync(), (value) => Math.round(255 * value));
  images.dispose();
  return bytes;
}

test('the same bytes on every machine', () => {
  const data = faces({ count: 50 });
  expect(createHash('sha256').update(bytesOf(data)).digest('hex')).toBe(
    'f1e9f2656c3eccfa730ca1d66601b3907b6237d8125534e5544e57983fef95a7',
  );
  expect(Array.from(data.labels!.subarray(0, 10))).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1, 1]);
});

test('an example depends on the seed and its index, not on the count', () => {
  const few = faces({ count: 3, seed: 5 });
  const more = faces({ count: 6, seed: 5 });
  expect(bytesOf(more.take(3))).toEqual(bytesOf(few));
  expect(more.take(3).attributes).toEqual(few.attributes);
  expect(bytesOf(faces({ count: 3, seed: 6 }))).not.toEqual(bytesOf(few));
});

test('the attributes are what the pictures were drawn from, and each can be the class', () => {
  const data = faces({ count: 5, seed: 1 });
  const bytes = bytesOf(data);
  for (let i = 0; i < 5; i++) {
    const traits = Object.fromEntries(NAMES.map((name) => [name, data.attributes![name]![i]!])) as Traits;
    expect(bytes.subarray(3072 * i, 3072 * (i + 1))).toEqual(Uint8Array.from(drawFace(traits)));
  }
  expect(Array.from(data.labels!)).toEqual(Array.from(data.attributes!['smile']!));
  expect(Array.from(data.labelledBy('hair').labels!)).toEqual(Array.from(data.attributes!['hair']!));
});

const DRAWS = 4000;
const columns = drawColumns();

test.each(NAMES)('%s is drawn as often as it says', (name) => {
  const trait: Trait = TRAITS[name];
  const column = columns[name];
  if ('from' in trait) {
    expect(Math.min(...column)).toBeGreaterThanOrEqual(trait.from);
    expect(Math.max(...column)).toBeLessThanOrEqual(trait.to);
    expect(Math.abs(mean(column) - (trait.from + trait.to) / 2)).toBeLessThan((5 * (trait.to - trait.from)) / Math.sqrt(12 * DRAWS));
  } else {
    const shares = 'chance' in trait ? [1 - trait.chance, trait.chance] : new Array(trait.choices).fill(1 / trait.choices);
    const counts = shares.map((_, value) => column.filter((other) => other === value).length);
    expect(sum(counts)).toBe(DRAWS);
    shares.forEach((share, value) => expect(Math.abs(counts[value]! - share * DRAWS)).toBeLessThan(5 * Math.sqrt(share * (1 - share) * DRAWS)));
  }
});

test('no attribute tells of another', () => {
  NAMES.forEach((a, i) => NAMES.slice(i + 1).forEach((b) => {
    expect(Math.abs(correlation(columns[a], columns[b])), `${a} and ${b}`).toBeLessThan(5 / Math.sqrt(DRAWS));
    if ('from' in TRAITS[a] || 'from' in TRAITS[b]) return;
    const { statistic, freedom } = chiSquare(columns[a], columns[b]);
    // Laurent and Massart 2000, lemma 1: independent ones go beyond with a probability of at most exp(-12).
    expect(statistic, `${a} and ${b}`).toBeLessThan(freedom + 2 * Math.sqrt(12 * freedom) + 24);
  }));
});

test('the measure of dependence sees one that is there', () => {
  const copied = columns.smile.map((smile, i) => (i % 4 ? columns.hair[i]! : smile));
  const { statistic, freedom } = chiSquare(columns.smile, copied);
  expect(statistic).toBeGreaterThan(freedom + 2 * Math.sqrt(12 * freedom) + 24);
});

// [what changes, the only pixels that may: left, top, right, bottom; the least sum of changes there in bytes]
test.each<[Partial<Traits>, [number, number, number, number], number]>([
  [{ smile: 1 }, [11, 21, 21, 27], 1500],
  [{ mouthOpen: 1 }, [13, 21, 19, 27], 500],
  [{ smile: 1, mouthOpen: 1 }, [11, 21, 21, 27], 3000],
  [{ glasses: 1 }, [6, 14, 26, 23], 5000],
  [{ eyesClosed: 1 }, [9, 15, 23, 21], 3000],
  [{ eyeColour: 3 }, [9, 15, 23, 21], 1000],
  [{ gaze: 1 }, [9, 15, 23, 21], 500],
  [{ brows: 1 }, [9, 11, 23, 15], 300],
  [{ blush: 1 }, [7, 19, 25, 25], 500],
  [{ beard: 1 }, [5, 18, 27, 28], 8000],
  [{ hat: 1 }, [4, 0, 28, 20], 20_000], // with a shadow on the hair below
  [{ hair: 0 }, [4, 5, 28, 20], 8000],
  [{ hair: 2 }, [3, 4, 29, 32], 8000],
  [{ hair: 4 }, [4, 2, 28, 20], 2000],
  [{ clothes: 0 }, [0, 26, 32, 32], 5000],
])('%j changes the pixels where it is, and no others', (change, [left, top, right, bottom], least) => {
  const differences = differencesOf(drawFace(PLAIN), drawFace({ ...PLAIN, ...change }));
  const inside = differences.filter((_, i) => i % 32 >= left && i % 32 < right && i >> 5 >= top && i >> 5 < bottom);
  expect(sum(inside)).toBe(sum(differences));
  expect(sum(inside)).toBeGreaterThan(least);
});

test('every yes or no shows on every kind of face', () => {
  for (let i = 0; i < 40; i++) {
    const traits = drawTraits(createRng(8).fork(i));
    for (const name of ['smile', 'glasses', 'hat', 'beard', 'mouthOpen', 'eyesClosed'] as const) {
      const differences = differencesOf(drawFace(traits), drawFace({ ...traits, [name]: 1 - traits[name] }));
      expect(differences.filter((difference) => difference > 30).length, `${name} of face ${i}`).toBeGreaterThan(5);
    }
  }
});

test('every choice has a look of its own', () => {
  for (const name of NAMES) {
    const trait: Trait = TRAITS[name];
    if (!('choices' in trait)) continue;
    const looks = Array.from({ length: trait.choices }, (_, value) => drawFace({ ...PLAIN, [name]: value }).join());
    expect(new Set(looks).size, name).toBe(trait.choices);
  }
  expect([HAIRS, SKINS, FLUSHES, IRISES, CLOTHES, BACKGROUNDS].map(({ length }) => length)).toEqual([
    TRAITS.hairColour.choices, TRAITS.skin.choices, TRAITS.skin.choices, TRAITS.eyeColour.choices, TRAITS.clothes.choices, TRAITS.background.choices,
  ]);
});

test('closed eyes have no colour, and a hat hides how the hair is on top', () => {
  const closed = { ...PLAIN, eyesClosed: 1 };
  expect(drawFace({ ...closed, eyeColour: 3 })).toEqual(drawFace(closed));
  const buns = differencesOf(drawFace({ ...PLAIN, hair: 5 }), drawFace({ ...PLAIN, hair: 5, hat: 1 }));
  const bald = differencesOf(drawFace({ ...PLAIN, hair: 0, hat: 1 }), drawFace({ ...PLAIN, hair: 5, hat: 1 }));
  expect(sum(buns.slice(0, 8 * 32))).toBeGreaterThan(1000);
  expect(sum(bald.slice(0, 8 * 32))).toBe(0);
});

test('x and y move the picture', () => {
  const face = drawFace(PLAIN);
  const moved = drawFace({ ...PLAIN, x: 1, y: 1 });
  for (let row = 0; row < 31; row++) expect(moved.slice((row + 1) * 96 + 3, (row + 2) * 96)).toEqual(face.slice(row * 96, row * 96 + 93));
});

test('edges are soft: no face is made of few colours', () => {
  const picture = drawFace(PLAIN);
  const colours = new Set(Array.from({ length: 1024 }, (_, i) => picture.slice(3 * i, 3 * i + 3).join()));
  expect(colours.size).toBeGreaterThan(200);
});

test('refuses counts and seeds that are none', () => {
  expect(() => faces({ count: 0 })).toThrow('[genmodels/invalid-argument] count must be an integer of at least 1, got 0');
  expect(() => faces({ count: 1, seed: -1 })).toThrow('[genmodels/invalid-argument] seed');
});

function drawColumns(): Record<TraitName, number[]> {
  const rng = createRng(0).fork('faces');
  const drawn = Array.from({ length: DRAWS }, (_, i) => drawTraits(rng.fork(i)));
  return Object.fromEntries(NAMES.map((name) => [name, drawn.map((traits) => traits[name])])) as Record<TraitName, number[]>;
}

/** Of each pixel, over its channels, in bytes. */
function differencesOf(a: Uint8ClampedArray, b: Uint8ClampedArray): number[] {
  return Array.from({ length: a.length / 3 }, (_, i) => sum([0, 1, 2].map((channel) => Math.abs(a[3 * i + channel]! - b[3 * i + channel]!))));
}

/** Pearson's, of the table of two columns of small whole numbers. */
function chiSquare(a: readonly number[], b: readonly number[]): { statistic: number; freedom: number } {
  const [rows, across] = [Math.max(...a) + 1, Math.max(...b) + 1];
  const table = Array.from({ length: rows }, () => new Array<number>(across).fill(0));
  a.forEach((value, i) => table[value]![b[i]!]!++);
  const totals = Array.from({ length: across }, (_, j) => sum(table.map((row) => row[j]!)));
  const statistic = sum(table.flatMap((row) => row.map((count, j) => {
    const expected = (sum(row) * totals[j]!) / a.length;
    return (count - expected) ** 2 / expected;
  })));
  return { statistic, freedom: (rows - 1) * (across - 1) };
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [mean(a), mean(b)];
  const product = (u: readonly number[], v: readonly number[], meanU: number, meanV: number) => sum(u.map((value, i) => (value - meanU) * (v[i]! - meanV)));
  return product(a, b, meanA, meanB) / Math.sqrt(product(a, a, meanA, meanA) * product(b, b, meanB, meanB));
}

function mean(numbers: readonly number[]): number {
  return sum(numbers) / numbers.length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
