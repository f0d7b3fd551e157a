import type { Score } from '@genmodels/metrics';
import type { Figure } from '../../report/figure-block.ts';
import { decimal, whole } from '../../report/numbers.ts';
import type { PixelcnnRun } from './run.ts';

/** The main figures of a run. Each says what it is a mean of, and on which side of a comparison it stands. */
export function pixelcnnFigures({ data, training, evaluation }: PixelcnnRun): Figure[] {
  const { nats, bits, coded } = evaluation;
  return [
    likelihood(
      '−log p(x)',
      nats,
      `exact, mean of ${whole(countOf(nats))} test images ± ${decimal(errorOf(nats))}, ${data.values}`,
    ),
    likelihood('Bits a value', bits, 'the same, divided by values and log 2', 4),
    ...(coded
      ? [
          {
            name: 'As a file',
            value: whole(coded.bytes),
            unit: 'bytes',
            note: `${coded.images} test images; −log₂ p(x) is ${whole(coded.ideal)}`,
          },
        ]
      : []),
    {
      name: 'Training',
      value: whole(training.seenNow / training.seconds),
      unit: `${data.examples}/s`,
      note: `${whole(training.seen)} ${data.examples} seen`,
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
