import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { countParameters, GenmodelsError, save } from '@genmodels/core';
import type { Vae } from '@genmodels/vae';
import { duration, whole } from '../../report/numbers.ts';
import { startBackend } from '../backend.ts';
import type { Surroundings } from '../surroundings.ts';
import { buildVae } from './build-vae.ts';
import { dataNames, loadData, type TrainingData } from './data.ts';
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
    `A variational autoencoder learns to draw ${dataNames[options.data]}, on the ${options.backend} backend of TensorFlow.js.`,
  );
  await makeFolder(options.out);
  await startBackend(options.backend);
  const data = await terminal.chapter('Data', () => prepare(options, surroundings));
  const vae = buildVae(data.spec, options);
  try {
    const training = await terminal.chapter('Training', () => learn(vae, data, options, surroundings));
    const manifold = await drawManifold(vae, data, options, surroundings);
    const evaluation = await terminal.chapter('Evaluation', () => evaluate(vae, data.test, options, surroundings));
    const samples = await drawSamples(vae, options.seed);
    const reconstructions = await drawReconstructions(vae, data.test);
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

/** Before the work, so that a folder that cannot be made is not found out after it. */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (cause) {
    throw new GenmodelsError('storage', `--out ${path} must be a folder that can be written: ${(cause as Error).message}`, {
      cause,
    });
  }
}

async function prepare(options: TrainVaeOptions, { terminal }: Surroundings): Promise<TrainingData> {
  const data = await loadData(options);
  const { train, validation, test } = data;
  terminal.say(`${data.name}, ${data.pixels}`);
  terminal.say(`${whole(train.length)} images to train, ${whole(validation.length)} to validate, ${whole(test.length)} to test`);
  return data;
}

/** The model is saved at once, before anything else may go wrong. */
async function learn(vae: Vae, data: TrainingData, options: TrainVaeOptions, surroundings: Surroundings): Promise<Training> {
  const { terminal } = surroundings;
  terminal.say(
    `${options.network} network, z of ${options.latent} numbers, ${whole(countParameters(vae))} weights; ${options.epochs} epochs`,
  );
  const training = await train(vae, data, options, surroundings);
  await save(vae, modelFile(options));
  const ended = training.stopped === 'aborted' ? 'stopped by Ctrl-C after ' : '';
  terminal.say(`${ended}${whole(training.steps)} steps, ${whole(training.images / training.seconds)} images/s`);
  return training;
}

function summary(run: VaeRun, page: string): [name: string, value: string][] {
  const figures = vaeFigures(run).map(({ name, value, unit, note }): [string, string] => [name, `${value} ${unit}  (${note})`]);
  return [...figures, ['Time', duration(run.seconds)], ['Model', modelFile(run.options)], ['Report', page]];
}

function modelFile({ out }: TrainVaeOptions): string {
  return join(out, 'model.safetensors');
}
