import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { save } from '@genmodels/core';
import { Gan, mlp as ganMlp } from '@genmodels/gan';
import { mlp, Vae } from '@genmodels/vae';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTerminal } from '../terminal.ts';
import { evaluateModel } from './evaluate.ts';
import { evaluateDefaults } from './options.ts';

let out: string;
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'genmodels-'));
});
afterAll(() => rm(out, { recursive: true }));

const options = () => ({ ...evaluateDefaults, data: 'ring' as const, size: 300, samples: 100, resamples: 10, backend: 'cpu' as const, out });

const vaeOf = (shape: readonly number[]) => new Vae({ spec: { shape, domain: 'real' }, latent: 2, network: mlp({ hidden: [4] }) });
const ganOf = (classes: number) => new Gan({ spec: { shape: [2], domain: 'real' }, network: ganMlp({ hidden: [4] }), latent: 2, classes });

/** Evaluates an untrained model of points, and gives what the terminal showed. */
async function evaluatePoints(build: () => Vae | Gan, part = (model: Vae | Gan): Parameters<typeof save>[0] => model): Promise<string> {
  await tf.setBackend('cpu');
  const model = build();
  const path = join(out, 'model.safetensors');
  await save(part(model), path).finally(() => model.dispose());
  const output = new PassThrough();
  await evaluateModel('evaluate', path, options(), { terminal: createTerminal(output), signal: new AbortController().signal });
  return String(output.read());
}

test('a table, an audit and a page; scores as JSON; no tensor left', async () => {
  const before = tf.memory().numTensors;
  const shown = await evaluatePoints(() => vaeOf([2]));
  expect(tf.memory().numTensors).toBe(before);
  for (const word of ['samples', 'training examples', 'Precision ↑', 'negative log-likelihood', 'copies']) expect(shown).toContain(word);
  expect((await readdir(out)).sort()).toEqual(['evaluation.html', 'model.safetensors', 'samples.png', 'scores.json']);
  const { columns } = JSON.parse(await readFile(join(out, 'scores.json'), 'utf8')) as { columns: { name: string; scores: { samples: object }[] }[] };
  expect(columns.map(({ name }) => name)).toEqual(['samples', 'training examples', 'the same under noise']);
  expect(columns[0]!.scores[0]!.samples).toMatchObject({ reference: { count: 100, split: 'test' }, generated: { count: 100 } });
  expect(await readFile(join(out, 'evaluation.html'), 'utf8')).toContain('<table class="scores">');
});

test('a model of another shape is refused before anything is drawn', async () => {
  await expect(evaluatePoints(() => vaeOf([3]))).rejects.toThrow('--data must be of shape [3], as the model');
});

test.each([
  ['both players', (gan: Vae | Gan) => gan, 0, 'a z from N(0, I), measured'],
  ['a generator alone', (gan: Vae | Gan) => (gan as Gan).generator, 8, 'a z from N(0, I) and a class, the classes in the shares'],
])('a GAN has no likelihood: %s', async (_, part, classes, caption) => {
  const before = tf.memory().numTensors;
  const shown = await evaluatePoints(() => ganOf(classes), part);
  expect(tf.memory().numTensors).toBe(before);
  expect(shown).not.toContain('likelihood');
  const page = await readFile(join(out, 'evaluation.html'), 'utf8');
  for (const words of ['How near a GAN comes to a ring of 8 Gaussians', caption]) expect(page).toContain(words);
});
