import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { loadClassifier } from '@genmodels/metrics';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTerminal } from '../terminal.ts';
import { loadLabelledData } from './data.ts';
import { trainClassifierDefaults } from './options.ts';
import { trainClassifier } from './train-classifier.ts';

let out: string;
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'genmodels-'));
});
afterAll(() => rm(out, { recursive: true }));

const surroundings = () => ({ terminal: createTerminal(new PassThrough()), signal: new AbortController().signal });

test('it leaves a model, a picture and a report, and no tensor', async () => {
  const before = tf.memory().numTensors;
  const options = { ...trainClassifierDefaults, size: 50, batch: 25, epochs: 1, filters: [2], hidden: 4, augment: ['shift'] as const, float16: true, backend: 'cpu' as const, out };
  await trainClassifier('train classifier', options, surroundings());
  expect(tf.memory().numTensors).toBe(before);
  expect((await readdir(out)).sort()).toEqual(['loss.svg', 'mistakes.png', 'model.safetensors', 'report.html']);
  const classifier = await loadClassifier(join(out, 'model.safetensors'));
  expect(classifier.config).toMatchObject({ filters: [2], hidden: 4, classes: 10 });
  classifier.dispose();
  expect(await readFile(join(out, 'report.html'), 'utf8')).toContain('<table class="confusion">');
});

test('points are refused', async () => {
  const load = loadLabelledData({ ...trainClassifierDefaults, data: 'ring' }, surroundings());
  await expect(load).rejects.toThrow('train classifier needs pictures, but ring has points');
});
