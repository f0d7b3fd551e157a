import type { TrainingReport, Values } from '@genmodels/core';
import { type Curve, halfSize, lossPlot } from '../../report/loss-plot.ts';
import type { Plot } from '../../report/page.ts';
import type { Training } from '../training/run-training.ts';

/** Points of a line at most: more would be noise, as a game never settles. */
const mostPoints = 150;

/** The losses of both players. */
export function lossesPlot({ history }: Pick<Training, 'history'>): Plot {
  const names = { discriminator: 'discriminator', generator: 'generator' };
  return {
    plot: lossPlot(curvesOf(history, names), { x: 'epoch', y: 'loss of each player' }),
    caption:
      'Means of the steps since the point before. No loss says how good the samples are: each player is measured by the other, which learns too.',
  };
}

/** How the game stood: scores, accuracies, diversity, slopes, and the penalty where there is one. */
export function gamePlots({ history }: Pick<Training, 'history'>): Plot[] {
  const plot = (y: string, names: Readonly<Record<string, string>>, caption: string): Plot => ({
    plot: lossPlot(curvesOf(history, names), { x: 'epoch', y }, halfSize),
    caption,
  });
  const sides = (value: string) => ({ [`discriminator/real${value}`]: 'real', [`discriminator/fake${value}`]: 'generated' });
  return [
    plot('discriminator’s score', sides('Score'), 'Of real examples and of generated ones: the higher, the more real.'),
    plot(
      'share told right',
      sides('Accuracy'),
      'Both near a half: the discriminator has nothing left to go by. Both 1: it has won.',
    ),
    plot(
      'diversity',
      { 'generator/diversity': 'generated' },
      'Distance of samples to the nearest in their batch, over the same of real examples. Towards 0 the generator has collapsed.',
    ),
    plot(
      'norm of the gradient',
      { 'discriminator/gradientNorm': 'discriminator', 'generator/gradientNorm': 'generator' },
      'Of all weights of a player: one that falls to nothing has stopped to learn, one that shoots up is in trouble.',
    ),
    ...('discriminator/penalty' in (history[0]?.values ?? {})
      ? [plot('penalty', { 'discriminator/penalty': 'discriminator' }, 'What the discriminator pays for its slopes.')]
      : []),
  ];
}

/** A line for each value, by the names that the plot shows. */
function curvesOf(history: readonly TrainingReport[], names: Readonly<Record<string, string>>): Curve[] {
  const size = Math.max(1, Math.ceil(history.length / mostPoints));
  const parts = Array.from({ length: Math.ceil(history.length / size) }, (_, i) => history.slice(i * size, (i + 1) * size));
  return Object.entries(names).map(([key, name]) => ({
    name,
    points: parts.map((part) => ({
      x: part.at(-1)!.epoch!,
      y: meanOf(
        part.map(({ values }) => values),
        key,
      ),
    })),
  }));
}

function meanOf(values: readonly Values[], key: string): number {
  return values.reduce((sum, value) => sum + value[key]!, 0) / values.length;
}
