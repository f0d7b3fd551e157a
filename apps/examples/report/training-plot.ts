import type { FitReport, TrainingReport } from '@genmodels/core';
import { lossPlot, type PlotSize } from './loss-plot.ts';
import type { Markup } from './markup.ts';

/** Training and validation loss by epoch. `loss` is its name among the values of a report, `label` says what it is and its unit. */
export function trainingPlot(
  { history, validation }: Pick<FitReport, 'history' | 'validation'>,
  { loss, label }: { readonly loss: string; readonly label: string },
  size?: PlotSize,
): Markup {
  const points = (reports: readonly TrainingReport[]) => reports.map(({ epoch, values }) => ({ x: epoch!, y: values[loss]! }));
  return lossPlot(
    [
      { name: 'training', points: points(history) },
      { name: 'validation', points: points(validation) },
    ],
    { x: 'epoch', y: `${label} (lower is better)` },
    size,
  );
}
