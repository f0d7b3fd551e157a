import { counted, decimal, duration, whole } from '../../report/numbers.ts';
import { lengthOf } from './course.ts';
import type { Training, TrainingOptions, TrainingTask } from './run-training.ts';

// What commands and reports say of a training.

/** '1,250 steps, 90 images/s': how long it was, and how fast since the program was started. */
export function paceWords({ steps, seenNow, seconds }: Training, { examples }: TrainingTask['data']): string {
  return `${counted(steps, 'step')}, ${whole(seenNow / seconds)} ${examples}/s`;
}

/** 'saw 10,000 images 20.0 times in 3 min 05 s' */
export function seenWords({ seen, seconds }: Training, { train, examples }: TrainingTask['data']): string {
  return `saw ${whole(train.length)} ${examples} ${decimal(seen / train.length, 1)} times in ${duration(seconds)}`;
}

/** '10 epochs of batches of 16, learning rate 0.001 falling to 0 along a cosine' */
export function courseWords(options: TrainingOptions, schedule: 'constant' | 'cosine' = 'cosine'): string {
  const falling = schedule === 'cosine' ? ' falling to 0 along a cosine' : '';
  return `${lengthOf(options)} of batches of ${options.batch}, learning rate ${options['learning-rate']}${falling}`;
}

/** A sentence of what Ctrl-C ended, to stand after another one. */
export function endWords({ stopped }: Training): string {
  return stopped === 'aborted' ? ' It was stopped before its end.' : '';
}

/** The same with the steps that there were, to stand after `courseWords`. */
export function stopWords({ stopped, steps }: Training): string {
  return stopped === 'aborted' ? `; stopped after ${counted(steps, 'step')}` : '';
}
