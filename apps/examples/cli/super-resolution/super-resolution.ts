import { countParameters, save } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { startBackend } from '../backend.ts';
import { dataSets } from '../data/data-sets.ts';
import { endRun } from '../end-run.ts';
import { makeFolder } from '../make-folder.ts';
import { modelFile } from '../model-file.ts';
import type { Surroundings } from '../surroundings.ts';
import { checkNothingIsLost, removeCheckpoints } from '../training/checkpoints.ts';
import { sayStopped } from '../training/end-training.ts';
import { loadImages } from '../training/load-images.ts';
import type { TrainingData } from '../training/training-data.ts';
import { checkKept } from './check-kept.ts';
import { buildContestants, type Contestants } from './contestants.ts';
import { drawFromSmall } from './draws.ts';
import { evaluate } from './evaluation.ts';
import type { SuperResolutionOptions } from './options.ts';
import { drawPictures } from './pictures.ts';
import { superResolutionReport } from './report.ts';
import type { SuperResolutionRun } from './run.ts';
import { learn } from './training.ts';

/**
 * Trains a model of two scales to draw large images from small ones, and beside it one that is given nothing, for the same steps;
 * measures what the small image tells, draws, and writes all into the folder `out`. After Ctrl-C it ends without a report, since half
 * a comparison is none; `resume` goes on with it. `command` is what was typed, for the report.
 *
 * A small image is every so many-th pixel of the large one: those pixels are known then, and `superResolve` keeps them, bit-equal. A small
 * image of means would be another task: its values are no pixels of the large image, so they could be a model's map (`mapChannels`),
 * but nothing would hold the drawn image to them, and subsampling it would not give back its input.
 */
export async function superResolution(
  command: string,
  options: SuperResolutionOptions,
  surroundings: Surroundings,
): Promise<void> {
  const { terminal } = surroundings;
  const start = performance.now();
  terminal.title(
    'genmodels',
    `Super-resolution: ${dataSets[options.data].title}, ${options.scale} times as large along each side, on the ${options.backend} backend of TensorFlow.js.`,
  );
  await makeFolder(options.out);
  await checkNothingIsLost(options);
  await startBackend(options.backend);
  const data = await terminal.chapter('Data', () => loadImages(options, surroundings));
  const models = buildContestants(data.spec, options);
  try {
    const results = await compare(models, data, options, surroundings);
    if (!results) return sayStopped(command, options, terminal);
    const seconds = (performance.now() - start) / 1000;
    const run = { command, options, data, ...describe(models), ...results, seconds };
    await endRun(run, superResolutionReport(run), run.pictures, terminal);
    await removeCheckpoints(options);
  } finally {
    models.multiScale.dispose();
    models.plain.dispose();
  }
}

type Results = Pick<SuperResolutionRun, 'trainings' | 'evaluation' | 'kept' | 'pictures'>;

/** Nothing where Ctrl-C came before the end. The model is saved at once, before anything else may go wrong. */
async function compare(
  models: Contestants,
  data: TrainingData,
  options: SuperResolutionOptions,
  surroundings: Surroundings,
): Promise<Results | undefined> {
  const { terminal, signal } = surroundings;
  const multiScale = await terminal.chapter('Training: small images, and large ones given those', () =>
    learn('multiScale', models, data, options, surroundings),
  );
  await save(models.multiScale, modelFile(options));
  if (signal.aborted) return undefined;
  const plain = await terminal.chapter('Training: large images given nothing', () =>
    learn('plain', models, data, options, surroundings),
  );
  if (signal.aborted) return undefined;
  const evaluation = await terminal.chapter('Evaluation', () => evaluate(models, data.test, surroundings));
  if (!evaluation) return undefined;
  const drawn = await terminal.chapter('Pictures', () => draw(models, data, options, surroundings));
  return { trainings: { multiScale, plain }, evaluation, ...drawn };
}

async function draw(
  models: Contestants,
  data: TrainingData,
  { seed, scale }: SuperResolutionOptions,
  { terminal }: Surroundings,
): Promise<Pick<Results, 'kept' | 'pictures'>> {
  const draws = await drawFromSmall(models, data.test, seed);
  try {
    const kept = await checkKept(models.multiScale, draws);
    terminal.say(`subsampling gives back the small image, bit-equal, for ${kept} of ${kept} draws`);
    return { kept, pictures: await drawPictures(draws, scale) };
  } finally {
    tf.dispose({ ...draws });
  }
}

function describe({ multiScale, plain }: Contestants): Pick<SuperResolutionRun, 'config' | 'smallShape' | 'weights'> {
  return {
    config: multiScale.config,
    smallShape: multiScale.small.spec.shape,
    weights: { multiScale: countParameters(multiScale), plain: countParameters(plain) },
  };
}
