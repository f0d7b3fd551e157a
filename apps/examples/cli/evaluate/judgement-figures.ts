import type { Score } from '@genmodels/metrics';
import { capital } from '../../report/capital.ts';
import type { Figure } from '../../report/figure-block.ts';
import { decimal, shortNumber, whole } from '../../report/numbers.ts';
import type { Judgement } from './judge.ts';

/** What a classifier says of samples, and of training images, which are as good as samples can be. */
export type Judgements = Readonly<Record<'samples' | 'training', Judgement>>;

/** Of samples. Where the classifier has learned just the classes of the data (`recognised`), also what it takes them for. */
export function judgementFigures(judgements: Judgements, recognised: boolean): Figure[] {
  return [...(recognised ? classFigures(judgements) : []), distanceFigure(judgements)];
}

function classFigures({ samples: { score, shares }, training }: Judgements): Figure[] {
  const [smallest, largest] = [Math.min(...shares), Math.max(...shares)];
  return [
    {
      name: capital(score.metric),
      value: decimal(score.value),
      unit: `of ${shares.length}`,
      note: `by ${score.extractor!.name}, over ${whole(countOf(score))} samples; training images have ${decimal(training.score.value)}`,
    },
    {
      name: 'Classes',
      value: `${percent(smallest)} to ${percent(largest)}`,
      unit: '%',
      note: `shares of the rarest, ${shares.indexOf(smallest)}, and the most frequent, ${shares.indexOf(largest)}, by the same`,
    },
  ];
}

function distanceFigure({ samples: { distance }, training }: Judgements): Figure {
  const sets = `of ${whole(countOf(distance))} samples to test images by the features of ${distance.extractor!.name}`;
  const note = `${sets}; of training images ${shortNumber(training.distance.value)}`;
  return { name: 'Fréchet distance', value: shortNumber(distance.value), unit: '', note };
}

function countOf({ samples }: Score): number {
  return samples['generated']!.count;
}

function percent(share: number): string {
  return decimal(100 * share, 1);
}
