import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { load } from '@genmodels/core';
import { PixelCnnPlusPlus } from '@genmodels/pixelcnn';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTerminal } from '../terminal.ts';
import { expectToGoOn } from '../testing/expect-to-go-on.ts';
import { buildColorizer } from './build-colorizer.ts';
import { colorize } from './colorization.ts';
import { colorizationDefaults } from './options.ts';

let out: string;
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'genmodels-'));
  tf.removeBackend('simd'); // the command starts it with all threads
});
afterAll(() => rm(out, { recursive: true }));

const options = () => ({ ...colorizationDefaults, size: 20, block: 8, levels: 5, batch: 10, epochs: 1, filters: 2, layers: 1, out });

function surroundings(signal = new AbortController().signal) {
  const output = new PassThrough();
  return { terminal: createTerminal(output), signal, said: () => String(output.read()) };
}

test('it leaves two models, pictures and a report, and no tensor', async () => {
  const before = tf.memory().numTensors;
  const around = surroundings();
  await colorize('colorization', options(), around);
  expect(tf.memory().numTensors).toBe(before);
  expect((await readdir(out)).sort()).toEqual(
    ['coloured-blindly.png', 'coloured.png', 'loss.svg', 'model.safetensors', 'report.html', 'without-grey.safetensors'],
  );
  expect(around.said()).toContain('gives back what it was drawn on: all 65,536 pixels'); // 2 models, 8 images, 4 draws, 32 x 32
  expect(await readFile(join(out, 'report.html'), 'utf8')).toContain('Greyed again');
});

test('the two differ by what looks at grey', async () => {
  const [given, alone] = await Promise.all(['model', 'without-grey'].map((name) => load(join(out, `${name}.safetensors`), [PixelCnnPlusPlus])));
  expect(given!.config).toEqual({ ...alone!.config, mapChannels: 64 });
  expect(given!.config.spec).toEqual({ shape: [4, 4, 2], domain: { levels: 5 } });
  given!.dispose();
  alone!.dispose();
});

test('after Ctrl-C there is nothing to compare', async () => {
  const before = tf.memory().numTensors;
  const around = surroundings(AbortSignal.abort());
  await colorize('colorization', { ...options(), out: join(out, 'aborted') }, around);
  expect(around.said()).toContain('stopped by Ctrl-C');
  expect(tf.memory().numTensors).toBe(before);
});

test('a run that Ctrl-C ended in its second training goes on to the files that it would have left without', async () => {
  await expectToGoOn(colorize, { ...options(), epochs: 2 }, { after: 'without grey', checkpoints: ['alone', 'given'] });
});

test.each([
  [{ data: 'digits' }, '--data must be pictures in red, green and blue, got "digits"'],
  [{ block: 5 }, '--block must divide the 32 x 32 pixels of a picture, got 5'],
] as const)('%o is refused', async (wrong, message) => {
  await expect(colorize('colorization', { ...options(), ...wrong }, surroundings())).rejects.toThrow(message);
});

test('an even number of levels is refused, which has none for grey', () => {
  expect(() => buildColorizer({ shape: [32, 32, 3], domain: { levels: 256 } }, { ...options(), levels: 32 }, 'alone')).toThrow('--levels must be odd, so that grey is one of them, got 32');
});
