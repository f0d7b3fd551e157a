import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { countParameters, save } from '@genmodels/core';
import type { Vae } from '@genmodels/vae';
import { duration, whole } from '../../report/numbers.ts';
import { startBackend } from '../backend.ts';
import { dataSets } from '../data/data-sets.ts';
import { makeFolder } from '../make-folder.ts';
import type { Surroundings } from '../surroundings.ts';
import { buildVae, networkFor } from './build-vae.ts';
import { checkNothingIsLost, checkpointFolder } from './checkpoints.ts';
import { loadData, type TrainingData } from './data.ts';
import { evaluate } from './evaluation.ts';
import { vaeFigures } from './figures.ts';
import { drawManifold } from './manifold.ts';
import type { TrainVaeOptions } from './options.ts';
import { drawReconstructions, drawSamples } from './pictures.ts';
import type { VaeRun } from './run.ts';
import { type Training, train } from './training.ts';
import { writeVaeRun } from './write-run.ts';

/**
 * Trains a VAE, draws, evaluates, and writes all into the folder `out`. After Ctrl-C it goes on with what was learned until then.
 * `command` is what was typed, for the report.
 */
export async function trainVae(command: string, options: TrainVaeOptions, surroundings: Surroundings): Promise<void> {
  const { terminal } = surroundings;
  const start = performance.now();
  terminal.title(
    'genmodels',
    `A variational autoencoder learns to draw ${dataSets[options.data].title}, on the ${options.backend} backend of TensorFlow.js.`,
  );
  await makeFolder(options.out);
  await checkNothingIsLost(options);
  await startBackend(options.backend);
  const data = await terminal.chapter('Data', () => prepare(options, surroundings));
  const vae = buildVae(data.spec, options);
  try {
    const training = await terminal.chapter('Training', () => learn(command, vae, data, options, surroundings));
    const manifold = await drawManifold(vae, data, options, surroundings);
    const evaluation = await terminal.chapter('Evaluation', () => evaluate(vae, data.test, options, surroundings));
    const samples = await drawSamples(vae, data, options.seed);
    const reconstructions = await drawReconstructions(vae, data);
    const pictures = { samples, reconstructions, ...(manifold && { manifold }) };
    const seconds = (performance.now() - start) / 1000;
    const run = {
      command,
      options,
      data,
      config: vae.config,
      weights: countParameters(vae),
      training,
      evaluation,
      pictures,
      seconds,
    };
    terminal.summary('Result', summary(run, await writeVaeRun(run)));
  } finally {
    vae.dispose();
  }
}

async function prepare(options: TrainVaeOptions, surroundings: Surroundings): Promise<TrainingData> {
  const data = await loadData(options, surroundings);
  const { train, validation, test, examples } = data;
  const { terminal } = surroundings;
  terminal.say(`${data.name}, ${data.values}`);
  terminal.say(
    `${whole(train.length)} ${examples} to train, ${whole(validation.length)} to validate, ${whole(test.length)} to test`,
  );
  return data;
}

/**
 * The model is saved at once, before anything else may go wrong; its checkpoints have served then, unless Ctrl-C ended the training:
 * `--resume` goes on from them.
 */
async function learn(
  command: string,
  vae: Vae,
  data: TrainingData,
  options: TrainVaeOptions,
  surroundings: Surroundings,
): Promise<Training> {
  const { terminal } = surroundings;
  const weights = whole(countParameters(vae));
  terminal.say(
    `${networkFor(data.spec, options)} network, z of ${options.latent} numbers, ${weights} weights; ${options.epochs} epochs`,
  );
  const checkpoints = checkpointFolder(options);
  const stored = options.checkpoints || options.resume;
  const training = await train(
    vae,
    data,
    options,
    surroundings,
    stored ? { to: checkpoints, resume: options.resume } : undefined,
  );
  await save(vae, modelFile(options));
  if (options.resume)
    terminal.say(training.resumed ? `went on after ${whole(training.resumed.step)} steps` : 'nothing to go on from: began anew');
  terminal.say(`${whole(training.steps)} steps, ${whole(training.seenNow / training.seconds)} ${data.examples}/s`);
  if (training.stopped !== 'aborted') await rm(checkpoints, { recursive: true, force: true });
  else if (stored) terminal.say(`stopped by Ctrl-C; this goes on: ${command}${options.resume ? '' : ' --resume'}`);
  return training;
}

function summary(run: VaeRun, page: string): [name: string, value: string][] {
  const figures = vaeFigures(run).map(({ name, value, unit, note }): [string, string] => [name, `${value} ${unit}  (${note})`]);
  return [...figures, ['Time', duration(run.seconds)], ['Model', modelFile(run.options)], ['Report', page]];
}

function modelFile({ out }: TrainVaeOptions): string {
  return join(out, 'model.safetensors');
}
