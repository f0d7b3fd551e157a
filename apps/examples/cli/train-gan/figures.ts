import type { Score } from '@genmodels/metrics';
import { capital } from '../../report/capital.ts';
import type { Figure } from '../../report/figure-block.ts';
import { decimal, shortNumber, whole } from '../../report/numbers.ts';
import { trainingFigure } from '../../report/training-figure.ts';
import type { DataSet } from '../data/data-set.ts';
import { dataSets } from '../data/data-sets.ts';
import type { Evaluation } from './evaluation.ts';
import type { Projected } from './projection.ts';
import type { GanRun } from './run.ts';

/** The main figures of a run: of the samples, as far as we can judge such, and of the training. */
export function ganFigures({ options, data, training, evaluation, pictures }: GanRun): Figure[] {
  const { recognised }: DataSet = dataSets[options.data];
  const { judgements, modes } = evaluation;
  const diversity = training.history.at(-1)?.values['generator/diversity'];
  return [
    ...(judgements && recognised ? classFigures(judgements) : []),
    ...(judgements ? [distanceFigure(judgements)] : []),
    ...(modes ? covered(modes) : []),
    ...(diversity === undefined ? [] : [diversityFigure(diversity)]),
    ...(pictures.projected ? [projectedFigure(pictures.projected)] : []),
    trainingFigure(training, data.examples),
  ];
}

type Judgements = NonNullable<Evaluation['judgements']>;

/** Of data whose classes the classifier knows. */
function classFigures({ samples: { score, shares }, training }: Judgements): Figure[] {
  const [smallest, largest] = [Math.min(...shares), Math.max(...shares)];
  return [
    {
      name: capital(score.metric),
      value: decimal(score.value),
      unit: `of ${shares.length}`,
      note: `by ${score.extractor!.name}, over ${whole(countOf(score))} samples; training images have ${decimal(training.score.value)}`,
    },
    {
      name: 'Classes',
      value: `${percent(smallest)} to ${percent(largest)}`,
      unit: '%',
      note: `shares of the rarest, ${shares.indexOf(smallest)}, and the most frequent, ${shares.indexOf(largest)}, by the same`,
    },
  ];
}

function distanceFigure({ samples: { distance }, training }: Judgements): Figure {
  const sets = `of ${whole(countOf(distance))} samples to test images by the features of ${distance.extractor!.name}`;
  const note = `${sets}; of training images ${shortNumber(training.distance.value)}`;
  return { name: 'Fréchet distance', value: shortNumber(distance.value), unit: '', note };
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
