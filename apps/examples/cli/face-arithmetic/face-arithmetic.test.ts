import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { createRng, save } from '@genmodels/core';
import { dcgan, GanGenerator } from '@genmodels/gan';
import * as tf from '@tensorflow/tfjs-core';
import { beforeEach, expect, test } from 'vitest';
import { createTerminal } from '../terminal.ts';
import { expectToGoOn } from '../testing/expect-to-go-on.ts';
import { calibrate } from './calibrate.ts';
import { type Codes, drawCodes } from './codes.ts';
import { equations, kindsLike, termsOf } from './equations.ts';
import { evaluate, outcomeOf } from './evaluation.ts';
import { faceArithmetic } from './face-arithmetic.ts';
import type { Look } from './look.ts';
import { faceArithmeticDefaults } from './options.ts';
import { alikePools, fullPools, pick } from './pools.ts';
import { together } from './share.ts';
import { traitDirection } from './trait-direction.ts';
import { hasTrait, traits, withTrait } from './traits.ts';

/** A world without chance: number i of a code says whether its face has trait i. */
const signs: Look = async (codes) => {
  const rows = await codes.array();
  const kinds = rows.map((row) => traits.reduce((kind, _, i) => kind + (row[i]! > 0 ? 1 << i : 0), 0));
  return { kinds, certainties: rows.map((row) => 1 - Math.exp(-Math.min(...row.slice(0, traits.length).map(Math.abs))) / 2) };
};

const sums = { results: 40, perTerm: 3, seed: 0 };

function drawSigns(): Promise<Codes> {
  return drawCodes(signs, { count: 2000, latent: 8, sure: 0.6, seed: 1 }); // none nearer to 0 than 0.22
}

test('the terms of an equation differ in what it is about, and in nothing else where they are alike', () => {
  const [smile] = equations;
  expect(termsOf(smile!).map((isTerm) => [0b00, 0b01, 0b10, 0b11].filter(isTerm))).toEqual([[0b11], [0b10], [0b00]]); // glasses, smile
  expect(kindsLike(0b11000, smile!)).toEqual([0b11011, 0b11010, 0b11000]);
  expect(withTrait(0b11011, 'smile', 0)).toBe(0b11010);
});

test('codes of all terms come from one pool', async () => {
  const codes = await drawSigns();
  const picked = pick(fullPools(alikePools(codes, equations[0]!), 3), 3, createRng(0));
  const [first, second, third] = picked.map((term) => new Set(term.map((index) => codes.kinds[index]!)));
  expect(picked.map((term) => new Set(term).size)).toEqual([3, 3, 3]);
  expect([...first!, ...second!]).toEqual(kindsLike([...third!][0]!, equations[0]!).slice(0, 2));
  codes.z.dispose();
});

test('where a trait is a number of the code, its vector adds the trait and nothing else changes', async () => {
  const before = tf.memory().numTensors;
  const codes = await drawSigns();
  const { vector, pure, alike } = await evaluate(codes, signs, { ...sums, reach: await calibrate(codes, signs, sums) });
  for (const { name } of equations) {
    expect(pure[name]!.wanted).toEqual({ hits: 40, count: 40 });
    expect(together(Object.values(pure[name]!.stays))).toEqual({ hits: 160, count: 160 });
    expect(vector[name]!.before).toEqual({ hits: 0, count: 40 });
    expect(alike[name]!.wanted.hits).toBeGreaterThan(30);
  }
  codes.z.dispose();
  expect(tf.memory().numTensors).toBe(before);
});

test('a pure direction does not go along those of the other traits', () => {
  const codes = tf.tensor2d([[1, 0.5, 0], [-1, -0.5, 0], [0.5, 1, 0], [-0.5, -1, 0]]);
  const round = (vector: tf.Tensor) => [...vector.dataSync()].map((value) => Number(value.toFixed(4)));
  const root = Number(Math.SQRT1_2.toFixed(4));
  const alone = traitDirection(codes, [0b01, 0b10, 0b11, 0b00], 'smile'); // [1.5, 1.5, 0] and glasses at right angles
  expect(round(alone)).toEqual([root, root, 0]);
  const leaning = traitDirection(codes, [0b11, 0b00, 0b01, 0b00], 'smile'); // glasses [4, 2, 0] / 3
  expect(round(leaning)).toEqual([-0.4472, 0.8944, 0]);
  tf.dispose([codes, alone, leaning]);
});

test('what stays is counted against the third term', () => {
  const seen = (...kinds: number[]) => ({ kinds, certainties: kinds.map(() => 1) });
  const outcome = outcomeOf(equations[4]!, seen(0b100, 0b101, 0b000), seen(0b000, 0b000, 0b100));
  expect(outcome.wanted).toEqual({ hits: 2, count: 3 }); // without a hat
  expect(outcome.before).toEqual({ hits: 1, count: 3 });
  expect(outcome.stays).toMatchObject({ smile: { hits: 2, count: 3 }, glasses: { hits: 3, count: 3 } });
  expect(outcome.stays.hat).toBeUndefined();
});

let out: string;
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'genmodels-'));
  return () => rm(out, { recursive: true });
});

const tiny = () => ({
  ...faceArithmeticDefaults,
  ...{ size: 40, batch: 10, steps: 1, width: 1, latent: 4, 'classifier-epochs': 1, codes: 100, sure: 0.5, results: 2, out },
});
const surroundings = (signal = new AbortController().signal) => ({ terminal: createTerminal(new PassThrough()), signal });

test('it leaves a generator, pictures and a report, and no tensor', async () => {
  tf.removeBackend('simd'); // the command starts it with all threads
  const before = tf.memory().numTensors;
  await faceArithmetic('face-arithmetic', tiny(), surroundings());
  expect(tf.memory().numTensors).toBe(before);
  expect(await readdir(out)).toEqual(expect.arrayContaining(['generator.safetensors', 'report.html', 'samples.png']));
  const report = await readFile(join(out, 'report.html'), 'utf8');
  for (const part of ['hat-off', 'Pure direction', 'pairs of samples that agree']) expect(report).toContain(part);
});

test('after Ctrl-C there is no report', async () => {
  tf.removeBackend('simd');
  const before = tf.memory().numTensors;
  await faceArithmetic('face-arithmetic', tiny(), surroundings(AbortSignal.abort()));
  expect(tf.memory().numTensors).toBe(before);
  expect(await readdir(out)).toEqual(['generator.safetensors']);
});

test('a run that Ctrl-C ended among its classifiers goes on to the files that it would have left without', async () => {
  tf.removeBackend('simd');
  await expectToGoOn(faceArithmetic, { ...tiny(), steps: 2 }, { after: 'Classifiers', checkpoints: ['gan', 'smile'] });
});

test('a generator of something else is refused', async () => {
  tf.removeBackend('simd');
  const other = new GanGenerator({ spec: { shape: [8, 8, 1], domain: 'unit' }, network: dcgan({ width: 1 }), latent: 2 });
  await save(other, join(out, 'other.safetensors'));
  other.dispose();
  const given = { ...tiny(), model: join(out, 'other.safetensors') };
  await expect(faceArithmetic('face-arithmetic', given, surroundings())).rejects.toThrow('--model must draw faces, 32 x 32 x 3');
});

test('every trait is a bit of its own', () => {
  const all = traits.reduce((kind, trait) => withTrait(kind, trait, 1), 0);
  expect(all).toBe(31);
  for (const trait of traits) expect(traits.filter((other) => hasTrait(withTrait(all, trait, 0), other) === 0)).toEqual([trait]);
});
