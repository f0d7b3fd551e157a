import type { Values } from '@genmodels/core';
import type { Gan } from '@genmodels/gan';
import { decimal, whole } from '../../report/numbers.ts';
import type { Surroundings } from '../surroundings.ts';
import { checkpointsOf } from '../training/checkpoints.ts';
import type { ConditionalData } from '../training/conditional-data.ts';
import { runTraining, type Training } from '../training/run-training.ts';
import { schedules } from '../training/schedules.ts';
import { learningOf } from './learning.ts';
import type { TrainGanOptions } from './options.ts';

/** Trains both players. Their losses on validation examples say nothing: each is measured by a player that moves. */
export function train(
  gan: Gan,
  data: ConditionalData,
  options: TrainGanOptions,
  surroundings: Surroundings,
  checkpoint = checkpointsOf(options),
): Promise<Training> {
  const { rate, optimizer, schedule } = learningOf(options, data.examples);
  const task = {
    model: gan,
    data,
    options: { ...options, 'learning-rate': rate },
    optimizer,
    schedule: schedules[schedule](),
    batchesPerStep: gan.config.discriminatorSteps,
    validated: false,
    checkpoint,
    note: standing,
  };
  return runTraining(task, surroundings);
}

/** How the game stands: what the discriminator tells apart, and how varied the samples are beside the data. */
function standing(values: Values): string {
  const percent = (name: string) => whole(100 * values[`discriminator/${name}`]!);
  const told = `${percent('realAccuracy')} % of real, ${percent('fakeAccuracy')} % of fake told`;
  return `${told}, diversity ${decimal(values['generator/diversity']!)}`;
}
