import type { Figure } from '../../report/figure-block.ts';
import { decimal, whole } from '../../report/numbers.ts';
import { trainingFigure } from '../../report/training-figure.ts';
import type { Mean } from '../likelihood/mean.ts';
import type { VaeRun } from './run.ts';

/** The main figures of a run. Each says what it is a mean of, and on which side of a comparison it stands. */
export function vaeFigures({ options, data, training, evaluation }: VaeRun): Figure[] {
  const { negativeElbo, kl, negativeLogLikelihood } = evaluation;
  return [
    nats('Negative ELBO', negativeElbo, `${meanOver(negativeElbo, data)}, ${data.values}`),
    ...(negativeLogLikelihood
      ? [
          nats(
            '−log p(x)',
            negativeLogLikelihood,
            `importance-sampled, ${whole(options['likelihood-samples'])} samples; ${meanOver(negativeLogLikelihood, data)}`,
          ),
        ]
      : []),
    nats('KL', kl, `what z says of ${oneOf(data)}; the other ${decimal(negativeElbo.value - kl.value)} are reconstruction`),
    trainingFigure(training, data.examples),
  ];
}

function nats(name: string, { value }: Mean, note: string): Figure {
  return { name, value: decimal(value), unit: 'nats', note };
}

function meanOver({ error, images }: Mean, { examples }: VaeRun['data']): string {
  return `mean of ${whole(images)} test ${examples} ± ${decimal(error)}`;
}

/** 'an image'. */
export function oneOf({ examples }: VaeRun['data']): string {
  return { images: 'an image', points: 'a point', series: 'a series' }[examples];
}
