import { countParameters, save } from '@genmodels/core';
import type { PixelVae } from '@genmodels/vae';
import { whole } from '../../report/numbers.ts';
import { startBackend } from '../backend.ts';
import { dataSets } from '../data/data-sets.ts';
import { endRun } from '../end-run.ts';
import { makeFolder } from '../make-folder.ts';
import { modelFile } from '../model-file.ts';
import type { Surroundings } from '../surroundings.ts';
import { checkNothingIsLost, checkpointsOf } from '../training/checkpoints.ts';
import { lengthOf } from '../training/course.ts';
import { endTraining } from '../training/end-training.ts';
import { loadImages } from '../training/load-images.ts';
import type { Training } from '../training/run-training.ts';
import type { TrainingData } from '../training/training-data.ts';
import { buildPixelVae, reachOf } from './build-pixel-vae.ts';
import { evaluate } from './evaluation.ts';
import { trainFarSighted } from './far-sighted.ts';
import type { TrainPixelVaeOptions } from './options.ts';
import { drawReconstructions, drawSamples } from './pictures.ts';
import { trainPlainVae } from './plain-vae.ts';
import { pixelVaeReport } from './report.ts';
import type { PixelVaeRun } from './run.ts';
import { train } from './training.ts';

/**
 * Trains a PixelVAE, evaluates it, draws, and writes all into the folder `out`; beside it the models that the options ask for, to be
 * compared with. After Ctrl-C it goes on with what was learned until then. `command` is what was typed, for the report. Gives what it did.
 */
export async function trainPixelVae(
  command: string,
  options: TrainPixelVaeOptions,
  surroundings: Surroundings,
): Promise<PixelVaeRun> {
  const { terminal } = surroundings;
  const start = performance.now();
  terminal.title(
    'genmodels',
    `A PixelVAE learns to draw ${dataSets[options.data].title}, on the ${options.backend} backend of TensorFlow.js.`,
  );
  await makeFolder(options.out);
  await checkNothingIsLost(options);
  await startBackend(options.backend);
  const data = await terminal.chapter('Data', () => loadImages(options, surroundings));
  const model = buildPixelVae(data.spec, options);
  try {
    const training = await terminal.chapter('Training', () => learn(command, model, data, options, surroundings));
    const evaluation = await terminal.chapter('Evaluation', () => evaluate(model, data.test, options, surroundings));
    const own = await terminal.chapter('Pictures', () => draw(model, data, options));
    const farSighted = await trainFarSighted(data, options, surroundings);
    const plainVae = await trainPlainVae(data, options, training, surroundings);
    const rivals = { ...(farSighted && { farSighted }), ...(plainVae && { plainVae }) };
    const pictures = {
      ...own,
      ...(farSighted && { 'far-sighted': farSighted.picture }),
      ...(plainVae && { 'plain-vae': plainVae.picture }),
    };
    const seconds = (performance.now() - start) / 1000;
    const { config } = model;
    const weights = countParameters(model);
    const run = { command, options, data, config, weights, training, evaluation, pictures, ...rivals, seconds };
    await endRun(run, pixelVaeReport(run), pictures, terminal);
    return run;
  } finally {
    model.dispose();
  }
}

/** The model is saved at once, before anything else may go wrong. */
async function learn(
  command: string,
  model: PixelVae,
  data: TrainingData,
  options: TrainPixelVaeOptions,
  surroundings: Surroundings,
): Promise<Training> {
  const { terminal } = surroundings;
  const built = `z of ${options.latent} numbers, masked layers that see ${reachOf(options)} pixels, ${whole(countParameters(model))} weights`;
  terminal.say(`${built}; ${lengthOf(options)}`);
  const training = await train({ model, data, options, checkpoint: checkpointsOf(options) }, surroundings);
  await save(model, modelFile(options));
  await endTraining(training, command, options, data, terminal);
  return training;
}

async function draw(model: PixelVae, { test }: TrainingData, { seed }: TrainPixelVaeOptions) {
  return { samples: await drawSamples(model, seed), reconstructions: await drawReconstructions(model, test, seed) };
}
