import { join } from 'node:path';
import { adam, check, countParameters, save, show } from '@genmodels/core';
import { decimal, duration, whole } from '../../report/numbers.ts';
import { startBackend } from '../backend.ts';
import { dataSets } from '../data/data-sets.ts';
import { makeFolder } from '../make-folder.ts';
import type { Surroundings } from '../surroundings.ts';
import { checkNothingIsLost, checkpointsOf } from '../training/checkpoints.ts';
import { endTraining } from '../training/end-training.ts';
import { runTraining, type Training } from '../training/run-training.ts';
import { loadData, type TrainingData } from '../training/training-data.ts';
import { evaluate } from './evaluation.ts';
import { pixelcnnFigures } from './figures.ts';
import { type AutoregressiveModel, buildModel, titleOf } from './models.ts';
import type { TrainPixelcnnOptions } from './options.ts';
import { drawCompletions, drawSamples } from './pictures.ts';
import type { PixelcnnRun } from './run.ts';
import { writePixelcnnRun } from './write-run.ts';

/**
 * Trains an autoregressive model, evaluates it, draws, completes and compresses, and writes all into the folder `out`. After Ctrl-C
 * it goes on with what was learned until then. `command` is what was typed, for the report.
 */
export async function trainPixelcnn(command: string, options: TrainPixelcnnOptions, surroundings: Surroundings): Promise<void> {
  const { terminal } = surroundings;
  const start = performance.now();
  terminal.title(
    'genmodels',
    `${titleOf(options.model)} learns to draw ${dataSets[options.data].title}, on the ${options.backend} backend of TensorFlow.js.`,
  );
  await makeFolder(options.out);
  await checkNothingIsLost(options);
  await startBackend(options.backend);
  const data = await terminal.chapter('Data', () => prepare(options, surroundings));
  const { model: name, filters, layers, seed } = options;
  const model = buildModel(name, { spec: data.spec, filters, layers, seed });
  try {
    const training = await terminal.chapter('Training', () => learn(command, model, data, options, surroundings));
    const evaluation = await terminal.chapter('Evaluation', () => evaluate(model, data.test, data.values, surroundings));
    const pictures = await terminal.chapter('Pictures', async () => ({
      samples: await drawSamples(model, seed),
      completions: await drawCompletions(model, data.test, seed),
    }));
    const seconds = (performance.now() - start) / 1000;
    const { config } = model;
    const run = { command, options, data, config, weights: countParameters(model), training, evaluation, pictures, seconds };
    terminal.summary('Result', summary(run, await writePixelcnnRun(run)));
  } finally {
    model.dispose();
  }
}

async function prepare(options: TrainPixelcnnOptions, surroundings: Surroundings): Promise<TrainingData> {
  const data = await loadData(options, surroundings);
  check(
    data.examples === 'images',
    'invalid-argument',
    () => `--data must be pictures, which have pixels, got ${show(options.data)}`,
  );
  const { train, validation, test } = data;
  surroundings.terminal.say(`${data.name}, ${data.values}`);
  surroundings.terminal.say(
    `${whole(train.length)} images to train, ${whole(validation.length)} to validate, ${whole(test.length)} to test`,
  );
  return data;
}

/** The model is saved at once, before anything else may go wrong. */
async function learn(
  command: string,
  model: AutoregressiveModel,
  data: TrainingData,
  options: TrainPixelcnnOptions,
  surroundings: Surroundings,
): Promise<Training> {
  const { batch, epochs, seed, 'learning-rate': learningRate } = options;
  surroundings.terminal.say(`${whole(countParameters(model))} weights; ${epochs} epochs`);
  const training = await runTraining(
    {
      model,
      source: data.train.batches({ size: batch, seed }),
      batch,
      validation: data.validation,
      examples: data.examples,
      epochs,
      seed,
      optimizer: adam({ learningRate }),
      checkpoint: checkpointsOf(options),
      note: ({ likelihood }) => `${decimal(likelihood!)} nats`,
    },
    surroundings,
  );
  await save(model, modelFile(options));
  await endTraining(training, command, options, data.examples, surroundings.terminal);
  return training;
}

function summary(run: PixelcnnRun, page: string): [name: string, value: string][] {
  const figures = pixelcnnFigures(run).map(({ name, value, unit, note }): [string, string] => [
    name,
    `${value} ${unit}  (${note})`,
  ]);
  return [...figures, ['Time', duration(run.seconds)], ['Model', modelFile(run.options)], ['Report', page]];
}

function modelFile({ out }: TrainPixelcnnOptions): string {
  return join(out, 'model.safetensors');
}
