import type { TrainingReport } from '@genmodels/core';
import { lossPlot } from '../../report/loss-plot.ts';
import type { Plot } from '../../report/page.ts';
import { trainingPlot } from '../../report/training-plot.ts';
import { lossCaption } from '../training/training-words.ts';
import type { AdversarialRun } from './run.ts';

const half = { width: 500, height: 280 };

/** What is lost on the way through the codes. */
export function reconstructionPlot({ training, data }: AdversarialRun): Plot {
  const label = 'reconstruction, nats';
  return { plot: trainingPlot(training, { loss: 'reconstruction', label }), caption: lossCaption(training, data) };
}

/** How the games over the codes stood, and what was recognised. */
export function gamePlots({ training: { history, validation }, options }: AdversarialRun): Plot[] {
  const sides = (code: 'z' | 'y') => ({
    [`discriminator/${code}RealAccuracy`]: 'of draws',
    [`discriminator/${code}FakeAccuracy`]: 'of codes',
  });
  const plots = [
    plot(
      history,
      'share of z told right',
      sides('z'),
      'Draws of N(0, I) and codes z. Near a half: the codes lie as the prior does.',
    ),
    plot(history, 'mean of z²', { 'generator/secondMoment': 'codes' }, 'Of all numbers of all codes: 1 under the prior.'),
  ];
  if (options.mode !== 'semi-supervised') return plots;
  return [
    ...plots,
    plot(
      history,
      'share of y told right',
      sides('y'),
      'One-hot draws and probabilities of classes, which are to look like them.',
    ),
    plot(
      validation,
      'share recognised',
      { 'classification/accuracy': 'validation' },
      'Of examples that training never sees, by the weights of the moment.',
    ),
  ];
}

function plot(reports: readonly TrainingReport[], y: string, names: Readonly<Record<string, string>>, caption: string): Plot {
  const curves = Object.entries(names).map(([key, name]) => ({
    name,
    points: reports.map(({ epoch, values }) => ({ x: epoch!, y: values[key]! })),
  }));
  return { plot: lossPlot(curves, { x: 'epoch', y }, half), caption };
}
