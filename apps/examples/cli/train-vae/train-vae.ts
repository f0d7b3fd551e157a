import { countParameters, save } from '@genmodels/core';
import type { Vae } from '@genmodels/vae';
import { whole } from '../../report/numbers.ts';
import { startBackend } from '../backend.ts';
import { dataSets } from '../data/data-sets.ts';
import { endRun } from '../end-run.ts';
import { makeFolder } from '../make-folder.ts';
import { modelFile } from '../model-file.ts';
import type { Surroundings } from '../surroundings.ts';
import { checkNothingIsLost, checkpointsOf } from '../training/checkpoints.ts';
import type { ConditionalData } from '../training/conditional-data.ts';
import { lengthOf } from '../training/course.ts';
import { endTraining } from '../training/end-training.ts';
import { loadConditional } from '../training/load-conditional.ts';
import type { Training } from '../training/run-training.ts';
import { buildVae, networkFor } from './build-vae.ts';
import { evaluate } from './evaluation.ts';
import { drawManifold } from './manifold.ts';
import type { TrainVaeOptions } from './options.ts';
import { drawPictures } from './pictures.ts';
import { vaeReport } from './report.ts';
import type { VaeRun } from './run.ts';
import { train } from './training.ts';

/**
 * Trains a VAE, draws, evaluates, and writes all into the folder `out`. After Ctrl-C it goes on with what was learned until then.
 * `command` is what was typed, for the report. Gives what it did.
 */
export async function trainVae(command: string, options: TrainVaeOptions, surroundings: Surroundings): Promise<VaeRun> {
  const { terminal } = surroundings;
  const start = performance.now();
  terminal.title(
    'genmodels',
    `A variational autoencoder learns to draw ${dataSets[options.data].title}, on the ${options.backend} backend of TensorFlow.js.`,
  );
  await makeFolder(options.out);
  await checkNothingIsLost(options);
  await startBackend(options.backend);
  const data = await terminal.chapter('Data', () => loadConditional(options, surroundings));
  const vae = buildVae(data, options);
  try {
    const training = await terminal.chapter('Training', () => learn(command, vae, data, options, surroundings));
    const manifold = await drawManifold(vae, data, options, surroundings);
    const evaluation = await terminal.chapter('Evaluation', () => evaluate(vae, data.test, options, surroundings));
    const pictures = { ...(await drawPictures(vae, data, options.seed)), ...(manifold && { manifold }) };
    const seconds = (performance.now() - start) / 1000;
    const { config } = vae;
    const weights = countParameters(vae);
    const run = { command, options, data, config, weights, training, evaluation, pictures, seconds };
    await endRun(run, vaeReport(run), { ...pictures }, terminal);
    return run;
  } finally {
    vae.dispose();
  }
}

/** The model is saved at once, before anything else may go wrong. */
async function learn(
  command: string,
  vae: Vae,
  data: ConditionalData,
  options: TrainVaeOptions,
  surroundings: Surroundings,
): Promise<Training> {
  const { terminal } = surroundings;
  const built = `${networkFor(data.spec, options)} network, z of ${options.latent} numbers`;
  terminal.say(`${built}, ${whole(countParameters(vae))} weights; ${lengthOf(options)}`);
  const training = await train({ model: vae, data, options, checkpoint: checkpointsOf(options) }, surroundings);
  await save(vae, modelFile(options));
  await endTraining(training, command, options, data, terminal);
  return training;
}
