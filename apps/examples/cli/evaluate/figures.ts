import type { Score } from '@genmodels/metrics';
import { capital } from '../../report/capital.ts';
import type { Figure } from '../../report/figure-block.ts';
import { shortNumber } from '../../report/numbers.ts';
import type { Evaluation } from './evaluation.ts';

/** The metrics that say most in a few numbers: how near, how real, how various, how obedient, how likely. */
const chief = ['Fréchet distance', 'precision', 'recall', 'class accuracy', 'negative log-likelihood'];

/** The chief scores of the model, of each the first. */
export function evaluationFigures({ columns, likelihood }: Evaluation): Figure[] {
  const scores = [...columns[0]!.scores, ...likelihood];
  return chief.flatMap((metric) => scores.find((score) => score.metric === metric) ?? []).map(figureOf);
}

function figureOf({ metric, value, unit = '', estimator, interval }: Score): Figure {
  const range = interval
    ? `, ${shortNumber(interval.low)} to ${shortNumber(interval.high)} (${100 * interval.confidence} %)`
    : '';
  return {
    name: capital(metric),
    value: shortNumber(value),
    unit,
    note: `${estimator}${range}`,
  };
}
