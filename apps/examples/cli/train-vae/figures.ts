import type { LatentHealth } from '@genmodels/vae';
import type { Figure } from '../../report/figure-block.ts';
import { decimal, shortNumber, whole } from '../../report/numbers.ts';
import { trainingFigure } from '../../report/training-figure.ts';
import type { Mean } from '../likelihood/mean.ts';
import { type Coded, rounds } from './coded.ts';
import type { Estimate } from './evaluation.ts';
import type { VaeRun } from './run.ts';

/** The main figures of a run. Each says what it is a mean of, and on which side of a comparison it stands. */
export function vaeFigures(run: VaeRun): Figure[] {
  const { data, training, evaluation } = run;
  const { negativeElbo, negativeLogLikelihood, health, coded } = evaluation;
  const given = data.classNames ? ', given the class' : '';
  return [
    nats('Negative ELBO', negativeElbo, `${meanOver(negativeElbo, data)}${given}, ${data.values}`),
    ...(negativeLogLikelihood ? [estimated(negativeLogLikelihood, run, given)] : []),
    ...(health ? latentFigures(health, run) : []),
    ...(coded ? [codedFigure(coded)] : []),
    trainingFigure(training, data.examples),
  ];
}

function estimated(estimate: Estimate, { options, data }: VaeRun, given: string): Figure {
  const how = `importance-sampled, k = ${whole(options['likelihood-samples'])} draws of z${given}`;
  const note = `${how}; ${meanOver(estimate, data)}, each ± ${shortNumber(estimate.drawError)} over other draws`;
  return nats('−log p(x)', estimate, note);
}

/** What z says, and in how many of its dimensions. */
function latentFigures({ activeUnits, latent, kl }: LatentHealth, { data, evaluation: { negativeElbo } }: VaeRun): Figure[] {
  const rest = decimal(negativeElbo.value - kl);
  return [
    { name: 'KL', value: decimal(kl), unit: 'nats', note: `what z says of ${oneOf(data)}; the other ${rest} are reconstruction` },
    {
      name: 'Active units',
      value: String(activeUnits),
      unit: `of ${latent}`,
      note: `dimensions of z whose mean varies over test ${data.examples}, its variance above 0.01`,
    },
  ];
}

function codedFigure({ images, bytes, ideal }: Coded): Figure {
  const note = `${whole(images)} test images by bits back, header and first z included, and back, bit for bit; their negative ELBO, by ${rounds} draws of z, is ${whole(ideal)}`;
  return { name: 'As a file', value: whole(bytes), unit: 'bytes', note };
}

function nats(name: string, { value }: Pick<Mean, 'value'>, note: string): Figure {
  return { name, value: decimal(value), unit: 'nats', note };
}

function meanOver({ error, images }: Mean, { examples }: VaeRun['data']): string {
  return `mean of ${whole(images)} test ${examples} ± ${decimal(error)}`;
}

/** 'an image'. */
export function oneOf({ examples }: VaeRun['data']): string {
  return { images: 'an image', points: 'a point', series: 'a series' }[examples];
}
