import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTerminal } from '../terminal.ts';
import { showDataDefaults } from './options.ts';
import { showData } from './show-data.ts';

let out: string;
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'genmodels-'));
});
afterAll(() => rm(out, { recursive: true }));

test.each(['digits', 'ring', 'walks'] as const)('%s: a picture, a page and what it holds', async (name) => {
  const before = tf.memory().numTensors;
  const stream = new PassThrough();
  const surroundings = { terminal: createTerminal(stream), signal: new AbortController().signal };
  await showData(name, { ...showDataDefaults, count: 2, out }, surroundings);
  expect([...(await readFile(join(out, `${name}.png`))).subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
  expect(await readFile(join(out, `${name}.html`), 'utf8')).toContain('<dt>Values</dt>');
  expect(String(stream.read())).toContain(`${name}.html`);
  expect(tf.memory().numTensors).toBe(before);
});

test('an attribute that there is not, and a folder that was not named, are said', async () => {
  const surroundings = { terminal: createTerminal(new PassThrough()), signal: new AbortController().signal };
  await expect(showData('moons', { ...showDataDefaults, by: 'smile', out }, surroundings)).rejects.toThrow('attribute must be one of []');
  await expect(showData('folder', { ...showDataDefaults, out }, surroundings)).rejects.toThrow('needs --folder FOLDER');
});
