import type { Score } from '@genmodels/metrics';
import type { Figure } from '../../report/figure-block.ts';
import { decimal, whole } from '../../report/numbers.ts';
import { trainingFigure } from '../../report/training-figure.ts';
import type { Coded } from './coded.ts';
import type { PixelcnnRun } from './run.ts';

/** The main figures of a run. Each says what it is a mean of, and on which side of a comparison it stands. */
export function pixelcnnFigures({ data, training, evaluation }: PixelcnnRun): Figure[] {
  const { nats, bits, coded } = evaluation;
  return [
    likelihood(
      '−log p(x)',
      nats,
      `exact${data.classNames ? ', given the class' : ''}, mean of ${whole(countOf(nats))} test images ± ${decimal(errorOf(nats))}, ${data.values}`,
    ),
    likelihood('Bits a value', bits, 'the same, divided by values and log 2', 4),
    ...(coded ? filesOf(coded) : []),
    trainingFigure(training, data.examples),
  ];
}

/** The same images as a file of the model, and as PNG where that is smallest. */
function filesOf({ images, bytes, ideal, png: { alone, together } }: Coded): Figure[] {
  const way =
    together < alone ? `all in one picture (a file each: ${whole(alone)})` : `a file each (all in one: ${whole(together)})`;
  return [
    { name: 'As a file', value: whole(bytes), unit: 'bytes', note: `${images} test images; −log₂ p(x) is ${whole(ideal)}` },
    {
      name: 'As PNG',
      value: whole(Math.min(alone, together)),
      unit: 'bytes',
      note: `the same, made small by oxipng, ${way}`,
    },
  ];
}

function likelihood(name: string, { value, unit = '' }: Score, note: string, decimals = 2): Figure {
  return { name, value: decimal(value, decimals), unit, note };
}

function countOf({ samples }: Score): number {
  return samples['reference']!.count;
}

/** One standard error, from the interval of 95 %. */
function errorOf({ value, interval }: Score): number {
  return interval ? (interval.high - value) / 1.96 : 0;
}
