import { join } from 'node:path';
import { countParameters, save } from '@genmodels/core';
import { whole } from '../../report/numbers.ts';
import { startBackend } from '../backend.ts';
import { dataSets } from '../data/data-sets.ts';
import { endRun } from '../end-run.ts';
import { makeFolder } from '../make-folder.ts';
import { modelFile } from '../model-file.ts';
import type { Surroundings } from '../surroundings.ts';
import { checkNothingIsLost, removeCheckpoints } from '../training/checkpoints.ts';
import { sayStopped } from '../training/end-training.ts';
import type { Training } from '../training/run-training.ts';
import type { TrainingData } from '../training/training-data.ts';
import type { Both, Colorizers } from './both.ts';
import { buildColorizer } from './build-colorizer.ts';
import { loadColours } from './colour-data.ts';
import { evaluate } from './evaluation.ts';
import { learn } from './learn.ts';
import type { ColorizationOptions } from './options.ts';
import { type Colouring, drawColouring } from './pictures.ts';
import { colorizationReport } from './report.ts';

/**
 * Trains two models of colours, one that is given the image in grey and one that is not, compares them, colours test images with
 * both, and writes all into the folder `out`. After Ctrl-C there is nothing to compare, and it ends; `resume` goes on with it. `command`
 * is what was typed.
 */
export async function colorize(command: string, options: ColorizationOptions, surroundings: Surroundings): Promise<void> {
  const { terminal } = surroundings;
  const start = performance.now();
  terminal.title(
    'genmodels',
    `A PixelCNN++ learns to colour ${dataSets[options.data].title}, on the ${options.backend} backend of TensorFlow.js.`,
  );
  await makeFolder(options.out);
  await checkNothingIsLost(options);
  await startBackend(options.backend);
  const data = await terminal.chapter('Data', () => loadColours(options, surroundings));
  const colorizers = {
    given: buildColorizer(data.spec, options, 'given grey'),
    alone: buildColorizer(data.spec, options, 'alone'),
  };
  try {
    const trainings = await learnBoth(colorizers, data, options, surroundings);
    if (trainings === undefined) return sayStopped(command, options, terminal);
    const evaluation = await terminal.chapter('Evaluation', () => evaluate(colorizers, data.test, surroundings));
    const colourings = await terminal.chapter('Pictures', () => drawBoth(colorizers, data, options, surroundings));
    const { config } = colorizers.given;
    const weights = { given: countParameters(colorizers.given), alone: countParameters(colorizers.alone) };
    const seconds = (performance.now() - start) / 1000;
    const run = { command, options, data, config, weights, trainings, evaluation, colourings, seconds };
    const pictures = { coloured: colourings.given.png, 'coloured-blindly': colourings.alone.png };
    await endRun(run, colorizationReport(run), pictures, terminal);
    await removeCheckpoints(options);
  } finally {
    colorizers.given.dispose();
    colorizers.alone.dispose();
  }
}

/** One after the other, and each saved at once. Nothing where Ctrl-C came. */
async function learnBoth(
  colorizers: Colorizers,
  data: TrainingData,
  options: ColorizationOptions,
  surroundings: Surroundings,
): Promise<Both<Training> | undefined> {
  const { terminal, signal } = surroundings;
  const first = await terminal.chapter('Training, given grey', () => learn('given', colorizers, data, options, surroundings));
  await save(colorizers.given.model, modelFile(options));
  if (signal.aborted) return undefined;
  const second = await terminal.chapter('Training, without grey', () => learn('alone', colorizers, data, options, surroundings));
  await save(colorizers.alone.model, join(options.out, 'without-grey.safetensors'));
  return signal.aborted ? undefined : { given: first, alone: second };
}

async function drawBoth(
  colorizers: Colorizers,
  { test }: TrainingData,
  { seed }: ColorizationOptions,
  { terminal }: Surroundings,
): Promise<Both<Colouring>> {
  const given = await drawColouring(colorizers.given, test, seed);
  const alone = await drawColouring(colorizers.alone, test, seed);
  terminal.say(`greying what was drawn gives back what it was drawn on: all ${whole(given.pixels + alone.pixels)} pixels`);
  return { given, alone };
}
