import { expect, test } from 'vitest';
import { courseOf, lengthOf } from './course.ts';

test('a run of many epochs is looked at after each', () => {
  expect(courseOf({ epochs: 20 }, 78)).toEqual({ steps: 1560, lookEvery: 78, reportEvery: 15 });
});

test('a long run is reported a thousand times', () => {
  expect(courseOf({ epochs: 800 }, 550)).toEqual({ steps: 440_000, lookEvery: 550, reportEvery: 440 });
});

test('a run of few epochs is looked at eight times', () => {
  expect(courseOf({ epochs: 1 }, 3437)).toEqual({ steps: 3437, lookEvery: 430, reportEvery: 20 });
});

test('steps come before epochs, and may be fewer than one has', () => {
  expect(courseOf({ epochs: 20, steps: 50 }, 3437)).toEqual({ steps: 50, lookEvery: 7, reportEvery: 10 });
  expect(courseOf({ epochs: 1, steps: 3 }, 10)).toEqual({ steps: 3, lookEvery: 1, reportEvery: 1 });
});

test('a step of several batches is a larger part of an epoch', () => {
  expect(courseOf({ epochs: 3 }, 13 / 5)).toEqual({ steps: 7, lookEvery: 1, reportEvery: 1 });
  expect(courseOf({ epochs: 1 }, 3 / 5).steps).toBe(1);
});

test('a length is said in steps where they are wanted', () => {
  expect([{ epochs: 20 }, { epochs: 1, steps: 0 }, { epochs: 20, steps: 1250 }].map(lengthOf)).toEqual(['20 epochs', '1 epoch', '1,250 steps']);
});
