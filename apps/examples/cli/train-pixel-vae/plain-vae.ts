import { fit } from '@genmodels/core';
import { duration } from '../../report/numbers.ts';
import { toFile } from '../data/draw-examples.ts';
import type { Surroundings } from '../surroundings.ts';
import { buildVae } from '../train-vae/build-vae.ts';
import { type TrainVaeOptions, trainVaeDefaults } from '../train-vae/options.ts';
import { inRow } from '../training/class-rows.ts';
import type { Training } from '../training/run-training.ts';
import { sampleCount } from '../training/sample-count.ts';
import type { TrainingData } from '../training/training-data.ts';
import type { TrainPixelVaeOptions } from './options.ts';
import { type Rival, trainRival } from './rival.ts';
import { wholeSeconds } from './whole-seconds.ts';

/** What `train vae` trains by default, for about as long as the PixelVAE. Nothing where the options or Ctrl-C say so. */
export async function trainPlainVae(
  data: TrainingData,
  { 'against-vae': wanted, latent, seed }: TrainPixelVaeOptions,
  training: Training,
  surroundings: Surroundings,
): Promise<Rival | undefined> {
  const { terminal, signal } = surroundings;
  if (!wanted || signal.aborted) return undefined;
  const seconds = wholeSeconds(training);
  if (seconds === undefined) {
    terminal.say('no plain VAE: the PixelVAE was trained before, and how long it took is not known');
    return undefined;
  }
  const batch = Math.min(trainVaeDefaults.batch, data.train.length);
  const options = { ...trainVaeDefaults, latent, batch, seed };
  return terminal.chapter('A plain VAE', async () => {
    terminal.say(`what \`train vae\` trains by default, for the same ${duration(seconds)}`);
    const steps = await stepsWithin(seconds, data, options);
    const vae = buildVae(data, options);
    const draw = async () => toFile(await vae.sample({ count: sampleCount('images'), seed }), 'images', inRow);
    const task = { data, options: { ...options, steps }, validated: false }; // a look an epoch would take time, and epochs are short
    return trainRival(vae, task, draw, surroundings);
  });
}

/** By the pace of a model that is thrown away. */
async function stepsWithin(seconds: number, data: TrainingData, options: TrainVaeOptions): Promise<number> {
  const trial = buildVae(data, options);
  const source = data.train.batches({ size: options.batch, seed: options.seed });
  const timed = 40;
  try {
    await fit(trial, source, { steps: 5, seed: options.seed }); // what the first steps compile or allocate
    const start = performance.now();
    await fit(trial, source, { steps: timed, seed: options.seed });
    return Math.max(1, Math.round((1000 * seconds * timed) / (performance.now() - start)));
  } finally {
    trial.dispose();
  }
}
