import type { Figure } from '../../report/figure-block.ts';
import { decimal, whole } from '../../report/numbers.ts';
import type { Mean } from '../likelihood/mean.ts';
import type { ColorizationRun } from './run.ts';

/** The main figures of a run. Each says what it is a mean of, and on which side of a comparison it stands. */
export function colorizationFigures({ options, evaluation, colourings }: ColorizationRun): Figure[] {
  const { given, alone, gain, values } = evaluation;
  const bits = (mean: Mean) => mean.value / (values * Math.LN2);
  return [
    nats('−log p(chroma | grey)', given, `exact, mean of ${whole(given.images)} test images`),
    nats('−log p(chroma)', alone, 'the same network, which does not see the grey image'),
    nats('What grey tells', gain, 'the difference, image by image'),
    {
      name: 'Bits a value',
      value: decimal(bits(given), 3),
      unit: 'bits',
      note: `${decimal(bits(alone), 3)} without grey; ${whole(values)} values an image, log₂ ${options.levels} = ${decimal(Math.log2(options.levels))} bits at most`,
    },
    {
      name: 'Greyed again',
      value: whole(colourings.given.pixels + colourings.alone.pixels),
      unit: 'pixels',
      note: 'all that were drawn: each is the grey pixel that it was drawn on, exactly',
    },
  ];
}

function nats(name: string, { value, error }: Mean, note: string): Figure {
  return { name, value: decimal(value), unit: 'nats', note: `${note} ± ${decimal(error)}` };
}
