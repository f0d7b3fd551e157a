import { countParameters, save } from '@genmodels/core';
import type { Gan } from '@genmodels/gan';
import { whole } from '../../report/numbers.ts';
import { startBackend } from '../backend.ts';
import { dataSets } from '../data/data-sets.ts';
import { endRun } from '../end-run.ts';
import { makeFolder } from '../make-folder.ts';
import { modelFile } from '../model-file.ts';
import type { Surroundings } from '../surroundings.ts';
import { checkNothingIsLost } from '../training/checkpoints.ts';
import type { ConditionalData } from '../training/conditional-data.ts';
import { lengthOf } from '../training/course.ts';
import { endTraining } from '../training/end-training.ts';
import type { Training } from '../training/run-training.ts';
import { buildGan } from './build-gan.ts';
import { loadGanData } from './data.ts';
import { evaluate } from './evaluation.ts';
import { generatorFile } from './generator-file.ts';
import type { TrainGanOptions } from './options.ts';
import { drawPictures } from './pictures.ts';
import { ganReport } from './report.ts';
import type { GanRun } from './run.ts';
import { train } from './training.ts';

/**
 * Trains a GAN, judges its samples, draws, and writes all into the folder `out`. After Ctrl-C it goes on with what was learned until
 * then. `command` is what was typed, for the report. Gives what it did.
 */
export async function trainGan(command: string, options: TrainGanOptions, surroundings: Surroundings): Promise<GanRun> {
  const { terminal } = surroundings;
  const start = performance.now();
  terminal.title(
    'genmodels',
    `A generative adversarial network learns to draw ${dataSets[options.data].title}, on the ${options.backend} backend of TensorFlow.js.`,
  );
  await makeFolder(options.out);
  await checkNothingIsLost(options);
  await startBackend(options.backend);
  const data = await terminal.chapter('Data', () => loadGanData(options, surroundings));
  const gan = buildGan(data, options);
  try {
    const training = await terminal.chapter('Training', () => learn(command, gan, data, options, surroundings));
    const evaluation = await terminal.chapter('Evaluation', () => evaluate(gan, data, options, surroundings));
    const pictures = await terminal.chapter('Pictures', () => drawPictures(gan, data, options.seed, surroundings));
    const seconds = (performance.now() - start) / 1000;
    const { config } = gan;
    const weights = countParameters(gan);
    const run = { command, options, data, config, weights, training, evaluation, pictures, seconds };
    const { projected, ...drawn } = pictures;
    await endRun(run, ganReport(run), { ...drawn, projections: projected?.png }, terminal);
    return run;
  } finally {
    gan.dispose();
  }
}

/** The model is saved at once, before anything else may go wrong: both players, and the generator alone. */
async function learn(
  command: string,
  gan: Gan,
  data: ConditionalData,
  options: TrainGanOptions,
  surroundings: Surroundings,
): Promise<Training> {
  const { terminal } = surroundings;
  const [generator, discriminator] = [gan.generator, gan.discriminator].map((player) => whole(countParameters(player)));
  terminal.say(`${generator} weights generate, ${discriminator} tell apart; ${lengthOf(options)}`);
  const training = await train(gan, data, options, surroundings);
  await save(gan, modelFile(options));
  await save(gan.generator, generatorFile(options));
  await endTraining(training, command, options, data, terminal);
  return training;
}
