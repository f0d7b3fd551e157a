import { sizeOf } from '@genmodels/core';
import type { Figure } from '../../report/figure-block.ts';
import { decimal, whole } from '../../report/numbers.ts';
import type { Mean } from '../likelihood/mean.ts';
import type { SuperResolutionRun } from './run.ts';

/** The main figures of a run. Each says what it is a mean of, and on which side of a comparison it stands. */
export function superResolutionFigures({ data, smallShape, evaluation, kept }: SuperResolutionRun): Figure[] {
  const { plain, small, given, both, saved } = evaluation;
  const [large, tiny] = [sides(data.spec.shape), sides(smallShape)];
  const size = sizeOf(data.spec.shape);
  return [
    nats(
      '−log p(large), one scale',
      plain,
      `PixelCnn, nothing given; ${bits(plain, size)}; ${whole(plain.images)} test images, ${data.values}`,
    ),
    nats('−log p(large | small)', given, `MultiScale, ${large} given the ${tiny}`),
    nats('The small image saves', saved, 'the first figure less the second, image by image'),
    nats('−log p(small)', small, `MultiScale, the ${tiny} by itself; with perfect models, just what it saves`),
    nats('−log p(large), two scales', both, `MultiScale, the sum of those two: an image from nothing; ${bits(both, size)}`),
    {
      name: 'Subsampled',
      value: `${kept} of ${kept}`,
      unit: 'draws',
      note: 'give back the small image that they were drawn from, bit-equal',
    },
  ];
}

/** '28×28'. */
export function sides([height, width]: readonly number[]): string {
  return `${height}×${width}`;
}

function nats(name: string, { value, error }: Mean, note: string): Figure {
  return { name, value: decimal(value), unit: 'nats', note: `± ${decimal(error)}; ${note}` };
}

function bits({ value }: Mean, size: number): string {
  return `${decimal(value / size / Math.LN2, 4)} bits a value`;
}
