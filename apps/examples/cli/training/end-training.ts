import { rm } from 'node:fs/promises';
import { counted } from '../../report/numbers.ts';
import type { Terminal } from '../terminal.ts';
import { checkpointFolder, checkpointsOf, type ResumableOptions } from './checkpoints.ts';
import type { Training, TrainingTask } from './run-training.ts';
import { paceWords } from './training-words.ts';

/**
 * Says how a training went, once its model is saved: its checkpoints have served then, unless Ctrl-C ended it: `--resume` goes on
 * from them. `command` is what was typed.
 */
export async function endTraining(
  training: Training,
  command: string,
  options: ResumableOptions,
  data: TrainingTask['data'],
  terminal: Terminal,
): Promise<void> {
  const { resumed, stopped } = training;
  if (options.resume)
    terminal.say(resumed ? `went on after ${counted(resumed.step, 'step')}` : 'nothing to go on from: began anew');
  terminal.say(paceWords(training, data));
  if (stopped !== 'aborted') await rm(checkpointFolder(options), { recursive: true, force: true });
  else if (checkpointsOf(options))
    terminal.say(`stopped by Ctrl-C; this goes on: ${command}${options.resume ? '' : ' --resume'}`);
}
