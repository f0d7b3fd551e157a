import type { Score } from '@genmodels/metrics';
import type { Figure } from '../../report/figure-block.ts';
import { decimal, shortNumber, whole } from '../../report/numbers.ts';
import { trainingFigure } from '../../report/training-figure.ts';
import type { DataSet } from '../data/data-set.ts';
import { dataSets } from '../data/data-sets.ts';
import { judgementFigures } from '../evaluate/judgement-figures.ts';
import type { Evaluation } from './evaluation.ts';
import type { Projected } from './projection.ts';
import type { GanRun } from './run.ts';

/** The main figures of a run: of the samples, as far as we can judge such, and of the training. */
export function ganFigures({ options, data, training, evaluation, pictures }: GanRun): Figure[] {
  const { recognised }: DataSet = dataSets[options.data];
  const { judgements, modes } = evaluation;
  const diversity = training.history.at(-1)?.values['generator/diversity'];
  return [
    ...(judgements ? judgementFigures(judgements, recognised === true) : []),
    ...(modes ? covered(modes) : []),
    ...(diversity === undefined ? [] : [diversityFigure(diversity)]),
    ...(pictures.projected ? [projectedFigure(pictures.projected)] : []),
    trainingFigure(training, data.examples),
  ];
}

function covered({ covered, highQuality, kl }: NonNullable<Evaluation['modes']>): Figure[] {
  return [
    {
      name: 'Modes covered',
      value: String(covered.value),
      unit: covered.estimator,
      note: `by ${whole(countOf(covered))} samples, within 3 sigma; KL of the modes to uniform ${shortNumber(kl.value)} nats`,
    },
    {
      name: 'High quality',
      value: percent(highQuality.value),
      unit: '%',
      note: 'of the samples, within 3 sigma of a mode; of the data 98.9 %',
    },
  ];
}

function diversityFigure(value: number): Figure {
  const note =
    'distance of samples to their nearest, over the same of real ones, at the end of training: 1 is as varied as the data';
  return { name: 'Diversity', value: decimal(value), unit: '', note };
}

function projectedFigure({ images, difference }: Projected): Figure {
  const note = `of ${images} test images to what the generator makes of the best z; mean of (difference of a value)²`;
  return { name: 'Projection', value: shortNumber(difference), unit: '', note };
}

function countOf({ samples }: Score): number {
  return samples['generated']!.count;
}

function percent(share: number): string {
  return decimal(100 * share, 1);
}
