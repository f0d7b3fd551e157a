import { rm } from 'node:fs/promises';
import { counted } from '../../report/numbers.ts';
import type { Terminal } from '../terminal.ts';
import { checkpointFolder, checkpointsOf, type ResumableOptions } from './checkpoints.ts';
import type { Training, TrainingTask } from './run-training.ts';
import { paceWords } from './training-words.ts';

/** Says how the only training of a run went, once its model is saved, and ends it. `command` is what was typed. */
export async function endTraining(
  training: Training,
  command: string,
  options: ResumableOptions,
  data: TrainingTask['data'],
  terminal: Terminal,
): Promise<void> {
  sayTraining(training, options, data, terminal);
  await endTrainings([training], command, options, terminal);
}

/** Says how one went. */
export function sayTraining(
  training: Training,
  { resume }: ResumableOptions,
  data: TrainingTask['data'],
  terminal: Terminal,
): void {
  const { resumed } = training;
  if (resume) terminal.say(resumed ? `went on after ${counted(resumed.step, 'step')}` : 'nothing to go on from: began anew');
  terminal.say(paceWords(training, data));
}

/**
 * After all trainings of a run, whose models are saved: their checkpoints have served, unless Ctrl-C ended one: `--resume` goes on from
 * them.
 */
export async function endTrainings(
  trainings: readonly Training[],
  command: string,
  options: ResumableOptions,
  terminal: Terminal,
): Promise<void> {
  const stopped = trainings.some((training) => training.stopped === 'aborted');
  if (!stopped) await rm(checkpointFolder(options), { recursive: true, force: true });
  else if (checkpointsOf(options))
    terminal.say(`stopped by Ctrl-C; this goes on: ${command}${options.resume ? '' : ' --resume'}`);
}
