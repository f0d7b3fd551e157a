import { rm } from 'node:fs/promises';
import { whole } from '../../report/numbers.ts';
import type { ExampleWord } from '../data/data-set.ts';
import type { Terminal } from '../terminal.ts';
import { checkpointFolder, checkpointsOf, type ResumableOptions } from './checkpoints.ts';
import type { Training } from './run-training.ts';

/**
 * Says how a training went, once its model is saved: its checkpoints have served then, unless Ctrl-C ended it: `--resume` goes on
 * from them. `command` is what was typed.
 */
export async function endTraining(
  training: Training,
  command: string,
  options: ResumableOptions,
  examples: ExampleWord,
  terminal: Terminal,
): Promise<void> {
  const { resumed, steps, seenNow, seconds, stopped } = training;
  if (options.resume) terminal.say(resumed ? `went on after ${whole(resumed.step)} steps` : 'nothing to go on from: began anew');
  terminal.say(`${whole(steps)} steps, ${whole(seenNow / seconds)} ${examples}/s`);
  if (stopped !== 'aborted') await rm(checkpointFolder(options), { recursive: true, force: true });
  else if (checkpointsOf(options))
    terminal.say(`stopped by Ctrl-C; this goes on: ${command}${options.resume ? '' : ' --resume'}`);
}
