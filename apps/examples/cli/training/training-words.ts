import { counted, decimal, duration, whole } from '../../report/numbers.ts';
import { lengthOf } from './course.ts';
import type { Training, TrainingOptions, TrainingTask } from './run-training.ts';
import type { ScheduleName } from './schedules.ts';

// What commands and reports say of a training.

/** '1,250 steps, 90 images/s': how long it was, and how fast since the program was started; '1,250 steps' where all were done before. */
export function paceWords({ steps, seenNow, seconds }: Training, { examples }: TrainingTask['data']): string {
  return `${counted(steps, 'step')}${seenNow > 0 ? `, ${whole(seenNow / seconds)} ${examples}/s` : ''}`;
}

/** '3 min 05 s', which are those of the last part alone where it was stopped and went on. */
export function timeWords({ seconds, resumed }: Pick<Training, 'seconds' | 'resumed'>): string {
  return `${duration(seconds)}${resumed ? ' since it went on' : ''}`;
}

/** 'saw 10,000 images 20.0 times in 3 min 05 s' */
export function seenWords(training: Training, { train, examples }: TrainingTask['data']): string {
  return `saw ${whole(train.length)} ${examples} ${decimal(training.seen / train.length, 1)} times in ${timeWords(training)}`;
}

/** '10 epochs of batches of 16, learning rate 0.001 falling to 0 along a cosine' */
export function courseWords(options: TrainingOptions, schedule: ScheduleName = 'cosine'): string {
  const falling = schedule === 'cosine' ? ' falling to 0 along a cosine' : '';
  return `${lengthOf(options)} of batches of ${options.batch}, learning rate ${options['learning-rate']}${falling}`;
}

/** '; the model is the average of the weights with decay 0.999', to stand after `courseWords`; empty where there is none. */
export function averageWords({ ema = 0 }: Pick<TrainingOptions, 'ema'>): string {
  return ema > 0 ? `; the model is the average of the weights with decay ${ema}` : '';
}

/** What stands under a plot of training and validation loss. */
export function lossCaption({ ema }: Pick<Training, 'ema'>, { validation, examples }: TrainingTask['data']): string {
  const weights = ema ? ', by the weights of that moment and not by their average' : '';
  return `Training: mean of the steps since the point before. Validation: ${whole(validation.length)} ${examples} that training never sees${weights}.`;
}

/** A sentence of what Ctrl-C ended, to stand after another one. */
export function endWords({ stopped }: Training): string {
  return stopped === 'aborted' ? ' It was stopped before its end.' : '';
}

/** The same with the steps that there were, to stand after `courseWords`. */
export function stopWords({ stopped, steps }: Training): string {
  return stopped === 'aborted' ? `; stopped after ${counted(steps, 'step')}` : '';
}
