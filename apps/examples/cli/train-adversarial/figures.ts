import type { Figure } from '../../report/figure-block.ts';
import { decimal, shortNumber, whole } from '../../report/numbers.ts';
import { trainingFigure } from '../../report/training-figure.ts';
import type { Evaluation } from './evaluation.ts';
import type { AdversarialRun } from './run.ts';

/** The main figures of a run, all on test examples. */
export function adversarialFigures({ data, training, evaluation, options }: AdversarialRun): Figure[] {
  const { squaredError, codes, classes } = evaluation;
  return [
    ...(classes ? [errorFigure(classes, squaredError.images, data.examples, options.labels)] : []),
    {
      name: 'Reconstruction',
      value: shortNumber(squaredError.value),
      unit: '',
      note: `mean of (difference of a value)² over ${whole(squaredError.images)} test ${data.examples} ± ${shortNumber(squaredError.error)}`,
    },
    codeFigure(codes),
    trainingFigure(training, data.examples),
  ];
}

function errorFigure(
  { error, uncertainty }: NonNullable<Evaluation['classes']>,
  count: number,
  examples: string,
  labels: number,
): Figure {
  const note = `of ${whole(count)} test ${examples} ± ${decimal(100 * uncertainty)}, with the classes of ${whole(labels)} training ${examples}`;
  return { name: 'Error', value: decimal(100 * error), unit: '%', note };
}

function codeFigure({ means, variances }: Evaluation['codes']): Figure {
  const [least, most] = [Math.min(...variances), Math.max(...variances)];
  const farthest = Math.max(...means.map(Math.abs));
  const note = `the least and the most of ${variances.length} dimensions of z; means within ±${decimal(farthest)}; the prior has 1 and 0`;
  return { name: 'Variance of codes', value: `${decimal(least)} to ${decimal(most)}`, unit: '', note };
}
