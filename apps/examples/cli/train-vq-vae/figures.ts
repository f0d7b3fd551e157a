import type { Figure } from '../../report/figure-block.ts';
import { decimal, shortNumber, whole } from '../../report/numbers.ts';
import { trainingFigure } from '../../report/training-figure.ts';
import type { DataSet } from '../data/data-set.ts';
import { dataSets } from '../data/data-sets.ts';
import { judgementFigures } from '../evaluate/judgement-figures.ts';
import { isDiscrete } from '../likelihood/is-discrete.ts';
import type { VqVaeRun } from './run.ts';

/** The main figures of a run: of the samples, of the codes, and of what they keep. */
export function vqVaeFigures(run: VqVaeRun): Figure[] {
  const { options, data, training, evaluation } = run;
  const { recognised }: DataSet = dataSets[options.data];
  const { judgements } = evaluation;
  return [
    ...(judgements ? judgementFigures(judgements, recognised === true) : []),
    reconstructionFigure(run, recognised === true),
    codebookFigure(run),
    ...natsFigures(run),
    trainingFigure(training, data.examples),
  ];
}

function reconstructionFigure({ evaluation: { kept, judgements } }: VqVaeRun, recognised: boolean): Figure {
  const score = judgements && recognised ? `; the classifier gives them ${decimal(judgements.reconstructions.score.value)}` : '';
  const note = `mean of (difference of a value)² over ${whole(kept.images)} test images${score}`;
  return { name: 'Reconstruction', value: shortNumber(kept.difference), unit: '', note };
}

function codebookFigure({ evaluation: { use } }: VqVaeRun): Figure {
  const note = `perplexity of the codes of test images: as varied as so many entries used alike; ${decimal(100 * use.live, 1)} % of them occur`;
  return { name: 'Codebook', value: decimal(use.perplexity, 1), unit: `of ${use.entries}`, note };
}

/** What the prior says, and with what the decoder says a bound on all. */
function natsFigures({ data, evaluation: { codes, kept } }: VqVaeRun): Figure[] {
  const given = data.classNames ? ', given the class' : '';
  const prior = {
    name: '−log p(codes)',
    value: decimal(codes.value),
    unit: 'nats',
    note: `by the prior, exact${given}, mean of ${whole(codes.images)} test images ± ${decimal(codes.error)}`,
  };
  if (!isDiscrete(data.spec)) return [prior];
  const note = `that and −log p(x given its codes), ${decimal(kept.nats)} of ${whole(kept.images)} test images, ${data.values}`;
  return [prior, { name: 'Bound on −log p(x)', value: decimal(codes.value + kept.nats), unit: 'nats', note }];
}
