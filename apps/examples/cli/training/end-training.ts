import { counted } from '../../report/numbers.ts';
import type { Terminal } from '../terminal.ts';
import { checkpointsOf, type ResumableOptions, removeCheckpoints } from './checkpoints.ts';
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

/** After all trainings of a run, whose models are saved. `--resume` goes on with what Ctrl-C ended, so the checkpoints stay then. */
export async function endTrainings(
  trainings: readonly Training[],
  command: string,
  options: ResumableOptions,
  terminal: Terminal,
): Promise<void> {
  if (trainings.some((training) => training.stopped === 'aborted')) sayStopped(command, options, terminal);
  else await removeCheckpoints(options);
}

/** What became of a run that Ctrl-C ended, and how it goes on. */
export function sayStopped(command: string, options: ResumableOptions, terminal: Terminal): void {
  const onward = checkpointsOf(options) ? `; this goes on: ${command}${options.resume ? '' : ' --resume'}` : '';
  terminal.say(`stopped by Ctrl-C${onward}`);
}
