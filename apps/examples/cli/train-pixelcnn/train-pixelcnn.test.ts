import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { load } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTerminal } from '../terminal.ts';
import { pixelcnnKinds } from './models.ts';
import { trainPixelcnnDefaults } from './options.ts';
import { trainPixelcnn } from './train-pixelcnn.ts';

let out: string;
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'genmodels-'));
  tf.removeBackend('simd'); // the command starts it with all threads
});
afterAll(() => rm(out, { recursive: true }));

const surroundings = () => ({ terminal: createTerminal(new PassThrough()), signal: new AbortController().signal });
const options = () => ({ ...trainPixelcnnDefaults, size: 20, batch: 20, epochs: 1, filters: 1, layers: 0, backend: 'simd' as const, out });

test('it leaves a model, pictures and a report, and no tensor', async () => {
  const before = tf.memory().numTensors;
  await trainPixelcnn('train pixelcnn', { ...options(), model: 'pixelcnn' }, surroundings());
  expect(tf.memory().numTensors).toBe(before);
  expect((await readdir(out)).sort()).toEqual([
    'completions.png',
    'loss.svg',
    'model.safetensors',
    'receptive-field.png',
    'report.html',
    'samples.png',
    'temperatures.png',
  ]);
  const model = await load(join(out, 'model.safetensors'), pixelcnnKinds());
  expect(model.config).toMatchObject({ filters: 1, blocks: 0 });
  model.dispose();
  const page = await readFile(join(out, 'report.html'), 'utf8');
  for (const name of ['As a file', 'As PNG', 'Temperatures.']) expect(page).toContain(name);
});

test('given classes, it is measured, completed and coded with them', async () => {
  const before = tf.memory().numTensors;
  await trainPixelcnn('train pixelcnn', { ...options(), conditional: true, ema: 0.9, steps: 2 }, surroundings());
  expect(tf.memory().numTensors).toBe(before);
  const model = await load(join(out, 'model.safetensors'), pixelcnnKinds());
  expect(model.config.classes).toBe(10);
  model.dispose();
  const page = await readFile(join(out, 'report.html'), 'utf8');
  for (const part of ['exact, given the class', 'a row a class: 0, 1, 2', 'Adam, 2 steps', 'with decay 0.9']) expect(page).toContain(part);
});

test('after Ctrl-C what was learned until then is evaluated, and drawn', async () => {
  const signal = AbortSignal.abort();
  await trainPixelcnn('train pixelcnn', { ...options(), checkpoints: false }, { ...surroundings(), signal });
  expect(await readFile(join(out, 'report.html'), 'utf8')).toContain('It was stopped before its end.');
});

test('points are refused', async () => {
  await expect(trainPixelcnn('train pixelcnn', { ...options(), data: 'ring' }, surroundings())).rejects.toThrow('--data must be pictures');
});
