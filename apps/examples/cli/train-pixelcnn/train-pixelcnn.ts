import { countParameters, save } from '@genmodels/core';
import { whole } from '../../report/numbers.ts';
import { startBackend } from '../backend.ts';
import { dataSets } from '../data/data-sets.ts';
import { endRun } from '../end-run.ts';
import { imagesAtATime } from '../likelihood/images-at-a-time.ts';
import { makeFolder } from '../make-folder.ts';
import { modelFile } from '../model-file.ts';
import type { Surroundings } from '../surroundings.ts';
import { checkNothingIsLost, checkpointsOf } from '../training/checkpoints.ts';
import type { ConditionalData } from '../training/conditional-data.ts';
import { lengthOf } from '../training/course.ts';
import { endTraining } from '../training/end-training.ts';
import { loadConditionalImages } from '../training/load-conditional-images.ts';
import type { Training } from '../training/run-training.ts';
import { trainLikelihood } from '../training/train-likelihood.ts';
import { evaluate } from './evaluation.ts';
import { buildModel, type PixelcnnModel, titleOf } from './models.ts';
import type { TrainPixelcnnOptions } from './options.ts';
import { drawCompletions, drawSamples, drawTemperatures } from './pictures.ts';
import { drawReceptiveField } from './receptive-field-picture.ts';
import { pixelcnnReport } from './report.ts';
import type { PixelcnnRun } from './run.ts';

/**
 * Trains an autoregressive model, evaluates it, draws, completes and compresses, and writes all into the folder `out`. After Ctrl-C
 * it goes on with what was learned until then. `command` is what was typed, for the report. `given` are the data that the options
 * describe, where they are loaded already. Gives what it did.
 */
export async function trainPixelcnn(
  command: string,
  options: TrainPixelcnnOptions,
  surroundings: Surroundings,
  given?: ConditionalData,
): Promise<PixelcnnRun> {
  const { terminal } = surroundings;
  const start = performance.now();
  terminal.title(
    'genmodels',
    `${titleOf(options.model)} learns to draw ${dataSets[options.data].title}, on the ${options.backend} backend of TensorFlow.js.`,
  );
  await makeFolder(options.out);
  await checkNothingIsLost(options);
  await startBackend(options.backend);
  const data = given ?? (await terminal.chapter('Data', () => loadConditionalImages(options, surroundings)));
  const model = modelFor(data, options);
  const { seed, 'likelihood-images': measured } = options;
  try {
    const training = await terminal.chapter('Training', () => learn(command, model, data, options, surroundings));
    const test = data.test.take(Math.min(data.test.length, measured));
    const evaluation = await terminal.chapter('Evaluation', () => evaluate(model, test, data.values, surroundings));
    const pictures = await terminal.chapter('Pictures', async () => ({
      samples: await drawSamples(model, seed),
      completions: await drawCompletions(model, data.test, seed),
      temperatures: await drawTemperatures(model, seed),
      'receptive-field': await drawReceptiveField(model),
    }));
    const seconds = (performance.now() - start) / 1000;
    const { config } = model;
    const weights = countParameters(model);
    const run = { command, options, data, config, weights, training, evaluation, pictures, seconds };
    await endRun(run, pixelcnnReport(run), pictures, terminal);
    return run;
  } finally {
    model.dispose();
  }
}

function modelFor(
  { spec, classNames }: ConditionalData,
  { model, filters, layers, dropout, seed }: TrainPixelcnnOptions,
): PixelcnnModel {
  return buildModel(model, {
    spec,
    seed,
    ...(filters !== 'auto' && { filters }),
    ...(layers !== 'auto' && { layers }),
    ...(dropout !== 'auto' && { dropout }),
    ...(classNames && { classes: classNames.length }),
  });
}

/** The model is saved at once, before anything else may go wrong. */
async function learn(
  command: string,
  model: PixelcnnModel,
  data: ConditionalData,
  options: TrainPixelcnnOptions,
  surroundings: Surroundings,
): Promise<Training> {
  const { terminal } = surroundings;
  terminal.say(`${whole(countParameters(model))} weights; ${lengthOf(options)}`);
  const validationBatch = Math.min(options.batch, imagesAtATime(data.spec));
  const task = { model, data, options, validationBatch, checkpoint: checkpointsOf(options) };
  const training = await trainLikelihood(task, surroundings);
  await save(model, modelFile(options));
  await endTraining(training, command, options, data, terminal);
  return training;
}
