import { countParameters, save } from '@genmodels/core';
import type { AdversarialAutoencoder } from '@genmodels/vae';
import { whole } from '../../report/numbers.ts';
import { startBackend } from '../backend.ts';
import { dataSets } from '../data/data-sets.ts';
import { endRun } from '../end-run.ts';
import { makeFolder } from '../make-folder.ts';
import { modelFile } from '../model-file.ts';
import type { Surroundings } from '../surroundings.ts';
import { checkNothingIsLost } from '../training/checkpoints.ts';
import { lengthOf } from '../training/course.ts';
import { endTraining } from '../training/end-training.ts';
import type { Training } from '../training/run-training.ts';
import { buildModel, networkFor } from './build-model.ts';
import { type AdversarialData, loadAdversarialData } from './data.ts';
import { evaluate } from './evaluation.ts';
import type { TrainAdversarialOptions } from './options.ts';
import { drawPictures } from './pictures.ts';
import { adversarialReport } from './report.ts';
import type { AdversarialRun } from './run.ts';
import { train } from './training.ts';

/**
 * Trains an adversarial autoencoder, looks at its codes, draws, and writes all into the folder `out`. After Ctrl-C it goes on with what
 * was learned until then. `command` is what was typed, for the report. Gives what it did.
 */
export async function trainAdversarial(
  command: string,
  options: TrainAdversarialOptions,
  surroundings: Surroundings,
): Promise<AdversarialRun> {
  const { terminal } = surroundings;
  const start = performance.now();
  terminal.title(
    'genmodels',
    `An adversarial autoencoder learns ${dataSets[options.data].title}, on the ${options.backend} backend of TensorFlow.js.`,
  );
  await makeFolder(options.out);
  await checkNothingIsLost(options);
  await startBackend(options.backend);
  const data = await terminal.chapter('Data', () => loadAdversarialData(options, surroundings));
  const model = buildModel(data, options);
  try {
    const training = await terminal.chapter('Training', () => learn(command, model, data, options, surroundings));
    const evaluation = await terminal.chapter('Evaluation', () => evaluate(model, data.test));
    const pictures = await drawPictures(model, data, options.seed);
    const seconds = (performance.now() - start) / 1000;
    const { config } = model;
    const weights = countParameters(model);
    const run = { command, options, data, config, weights, training, evaluation, pictures, seconds };
    await endRun(run, adversarialReport(run), { ...pictures }, terminal);
    return run;
  } finally {
    model.dispose();
  }
}

/** The model is saved at once, before anything else may go wrong. */
async function learn(
  command: string,
  model: AdversarialAutoencoder,
  data: AdversarialData,
  options: TrainAdversarialOptions,
  surroundings: Surroundings,
): Promise<Training> {
  const { terminal } = surroundings;
  const built = `${networkFor(data, options)} network, z of ${model.config.latent} numbers`;
  terminal.say(`${built}, ${whole(countParameters(model))} weights; ${lengthOf(options)}`);
  const training = await train(model, data, options, surroundings);
  await save(model, modelFile(options));
  await endTraining(training, command, options, data, terminal);
  return training;
}
