import { createRng } from '@genmodels/core';
import { expect, test } from 'vitest';
import { chooseSetting } from './choose-setting.ts';
import type { Labelled } from './labelled.ts';
import { probeOptions } from './setting.ts';

const { signal } = new AbortController();

/** Two classes that the first of `width` features tells apart, by `gap` deviations. The others are noise, `loudness` times as loud. */
function task(width: number, gap: number, loudness: number): Labelled {
  const labels = Int32Array.from({ length: 60 }, (_, i) => i % 2);
  const values = createRng(0).fillNormal(new Float32Array(60 * width));
  for (let i = 0; i < values.length; i++) {
    if (i % width === 0) values[i]! += gap * labels[i / width]!;
    else values[i]! *= loudness;
  }
  const origin = { extractor: { name: 'numbers' }, preprocessing: 'none' };
  return { features: { values, length: 60, width, origin }, labels };
}

test('a quiet feature that tells all is scaled by itself', async () => {
  expect((await chooseSetting(task(4, 5, 1000), 2, signal)).scaling).toBe('each');
});

test('a loud one among many that say nothing is scaled together with them', async () => {
  expect((await chooseSetting(task(60, 5, 0.01), 2, signal)).scaling).toBe('together');
});

test('one prior, whatever the number of examples, in proportion to the features', () => {
  const options = probeOptions({ scaling: 'each', ridge: 0.1 }, task(4, 1, 1));
  expect(options).toMatchObject({ scaling: 'each', l2: (0.1 * 4) / 60 });
});

test('stops when aborted', async () => {
  await expect(chooseSetting(task(2, 5, 1), 2, AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough');
});
