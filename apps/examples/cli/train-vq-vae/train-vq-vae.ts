import { countParameters } from '@genmodels/core';
import type { GatedPixelCnn } from '@genmodels/pixelcnn';
import { startBackend } from '../backend.ts';
import { dataSets } from '../data/data-sets.ts';
import { endRun } from '../end-run.ts';
import { makeFolder } from '../make-folder.ts';
import { modelFile } from '../model-file.ts';
import type { Surroundings } from '../surroundings.ts';
import { checkNothingIsLost } from '../training/checkpoints.ts';
import { endTrainings } from '../training/end-training.ts';
import { loadConditionalImages } from '../training/load-conditional-images.ts';
import type { Training } from '../training/run-training.ts';
import { buildPrior } from './build-prior.ts';
import { buildVqVae } from './build-vq-vae.ts';
import { encodeData } from './code-data.ts';
import { codeSampler } from './code-sampler.ts';
import { evaluate } from './evaluation.ts';
import type { Models } from './models.ts';
import type { TrainVqVaeOptions } from './options.ts';
import { drawPictures } from './pictures.ts';
import { priorFile } from './prior-file.ts';
import { vqVaeReport } from './report.ts';
import type { VqVaeRun } from './run.ts';
import { learnCodes, learnPrior } from './training.ts';

/**
 * Trains a VQ-VAE and a prior over its codes, judges and draws what both make together, and writes all into the folder `out`. After
 * Ctrl-C it goes on with what was learned until then. `command` is what was typed, for the report. Gives what it did.
 */
export async function trainVqVae(command: string, options: TrainVqVaeOptions, surroundings: Surroundings): Promise<VqVaeRun> {
  const { terminal } = surroundings;
  const start = performance.now();
  terminal.title(
    'genmodels',
    `A VQ-VAE learns to write ${dataSets[options.data].title} as codes, and a PixelCNN to draw them, on the ${options.backend} backend of TensorFlow.js.`,
  );
  await makeFolder(options.out);
  await checkNothingIsLost(options);
  await startBackend(options.backend);
  const data = await terminal.chapter('Data', () => loadConditionalImages(options, surroundings));
  const vqVae = buildVqVae(data.spec, options);
  let prior: GatedPixelCnn | undefined;
  try {
    const training = await terminal.chapter('Training', () => learnCodes(vqVae, data, options, surroundings));
    const codes = await encodeData(vqVae, data);
    prior = buildPrior(codes, options);
    const models = { vqVae, prior, sampler: codeSampler(vqVae, prior, options.temperature), data, codes };
    const learned = await terminal.chapter('Training of the prior', () => learnPrior(models, options, surroundings));
    await endTrainings([training, learned], command, options, terminal);
    const evaluation = await terminal.chapter('Evaluation', () => evaluate(models, options, surroundings));
    const pictures = await terminal.chapter('Pictures', () => drawPictures(models, options.seed));
    const seconds = (performance.now() - start) / 1000;
    const run = { command, options, data, training, evaluation, pictures, seconds, ...partsOf(models, learned) };
    await endRun(run, vqVaeReport(run), pictures, terminal, ['Models', `${modelFile(options)}, ${priorFile(options)}`]);
    return run;
  } finally {
    vqVae.dispose();
    prior?.dispose();
  }
}

/** What the report tells of the two models themselves. */
function partsOf({ vqVae, prior }: Models, training: Training): Pick<VqVaeRun, 'config' | 'weights' | 'grid' | 'prior'> {
  return {
    config: vqVae.config,
    weights: countParameters(vqVae),
    grid: vqVae.grid,
    prior: { config: prior.config, weights: countParameters(prior), training },
  };
}
