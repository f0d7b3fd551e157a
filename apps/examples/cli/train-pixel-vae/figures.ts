import type { Figure } from '../../report/figure-block.ts';
import { decimal, duration, whole } from '../../report/numbers.ts';
import { trainingFigure } from '../../report/training-figure.ts';
import type { Mean } from '../likelihood/mean.ts';
import type { Bound } from './bound.ts';
import { farSighted, reachOf } from './build-pixel-vae.ts';
import type { PixelVaeRun } from './run.ts';
import { wholeSeconds } from './whole-seconds.ts';

/** The main figures of a run. Each says what it is a mean of, and on which side of a comparison it stands. */
export function pixelVaeFigures({ options, data, training, evaluation, ...rivals }: PixelVaeRun): Figure[] {
  const { negativeElbo, negativeLogLikelihood } = evaluation;
  const samples = whole(options['likelihood-samples']);
  return [
    nats('Negative ELBO', negativeElbo.value, `${meanOver(negativeElbo)}, ${data.values}`),
    ...(negativeLogLikelihood
      ? [
          nats(
            '−log p(x)',
            negativeLogLikelihood.value,
            `importance-sampled, ${samples} draws of z; ${meanOver(negativeLogLikelihood)}`,
          ),
        ]
      : []),
    nats(
      'KL',
      evaluation.kl,
      `${shareWords(evaluation)}: what z says of an image; the masked layers see ${reachOf(options)} pixels`,
    ),
    ...farSightedFigure({ options, ...rivals }),
    ...plainVaeFigure({ training, ...rivals }),
    trainingFigure(training, data.examples),
  ];
}

function farSightedFigure({ options, farSighted: far }: Pick<PixelVaeRun, 'options' | 'farSighted'>): Figure[] {
  if (far === undefined) return [];
  const reach = reachOf(farSighted(options));
  return [nats(`KL, masked layers that see ${reach} pixels`, far.kl, `${shareWords(far)}; after as many steps`)];
}

function plainVaeFigure({ training, plainVae }: Pick<PixelVaeRun, 'training' | 'plainVae'>): Figure[] {
  if (plainVae === undefined) return [];
  const { negativeElbo, training: own } = plainVae;
  const times = `trained for ${duration(own.seconds)}, the PixelVAE for ${duration(wholeSeconds(training)!)}`;
  return [nats('Negative ELBO, plain VAE', negativeElbo.value, `${meanOver(negativeElbo)}; ${times}`)];
}

/** '18.2 % of a negative ELBO of 81.30 nats'. */
export function shareWords({ klShare, negativeElbo }: Bound): string {
  return `${decimal(100 * klShare, 1)} % of a negative ELBO of ${decimal(negativeElbo.value)}`;
}

function nats(name: string, value: number, note: string): Figure {
  return { name, value: decimal(value), unit: 'nats', note };
}

function meanOver({ error, images }: Mean): string {
  return `mean of ${whole(images)} test images ± ${decimal(error)}`;
}
