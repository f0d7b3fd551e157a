import { wilsonInterval } from '@genmodels/metrics';
import type { Figure } from '../../report/figure-block.ts';
import { decimal, whole } from '../../report/numbers.ts';
import { trainingFigure } from '../../report/training-figure.ts';
import type { Outcomes } from './evaluation.ts';
import type { FaceArithmeticRun } from './run.ts';
import { type Share, together } from './share.ts';
import { traits } from './traits.ts';
import { wayWords } from './way-words.ts';
import { wayNames } from './ways.ts';

/** The main figures of a run: each way over all equations, and how far the classifiers that judge can be trusted. */
export function faceArithmeticFigures({ options, outcomes, accuracies, training }: FaceArithmeticRun): Figure[] {
  const words = wayWords(options);
  const worst = traits.reduce((least, trait) => (accuracies[trait] < accuracies[least] ? trait : least));
  return [
    ...wayNames.flatMap((way) => wayFigure(words[way].title, outcomes[way])),
    {
      name: 'Classifiers',
      value: decimal(100 * accuracies[worst], 1),
      unit: '%',
      note: `of test faces are recognised by the worst, of ${worst}`,
    },
    ...(training ? [trainingFigure(training, 'images')] : []),
  ];
}

function wayFigure(name: string, outcomes: Outcomes): Figure[] {
  const all = Object.values(outcomes);
  if (all.length === 0) return [];
  const wanted = together(all.map((outcome) => outcome.wanted));
  const stays = together(all.flatMap((outcome) => Object.values(outcome.stays)));
  return [
    {
      name,
      value: decimal(percentOf(wanted), 1),
      unit: '%',
      note: `of ${whole(wanted.count)} results have what is wanted, ${range(wanted)}; another trait stays in ${shareText(stays)}`,
    },
  ];
}

/** '91.5 % [89.0, 93.4]' */
export function shareText(share: Share): string {
  return `${decimal(percentOf(share), 1)} % ${range(share)}`;
}

/** Where the true share lies with 95 %. */
function range(share: Share): string {
  const { low, high } = wilsonInterval(share.hits, share.count);
  return `[${decimal(100 * low, 1)}, ${decimal(100 * high, 1)}]`;
}

function percentOf({ hits, count }: Share): number {
  return (100 * hits) / count;
}
