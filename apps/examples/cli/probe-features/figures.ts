import type { Figure } from '../../report/figure-block.ts';
import { decimal, whole } from '../../report/numbers.ts';
import { type RepresentationName, representationOf } from './representations.ts';
import { accuracyOf, gainOf, rankLearned } from './results.ts';
import type { ProbeFeaturesRun } from './run.ts';
import { type Spread, spreadText } from './spread.ts';

/** The main figures of a run: what the fewest labels are enough for, the best representation first, and raw pixels last. */
export function probeFeaturesFigures({ options, data, examined }: ProbeFeaturesRun): Figure[] {
  const fewest = Math.min(...options.labels);
  const of = `of ${whole(data.test.length)} test ${data.examples}, with ${whole(fewest)} labels`;
  const figure = (name: RepresentationName, note: string): Figure => {
    const { mean, deviation } = accuracyOf(examined[name].probed, fewest);
    return { name: representationOf(name).title, value: decimal(mean, 1), unit: '%', note: `± ${decimal(deviation, 1)} ${note}` };
  };
  const learned = rankLearned(examined, fewest);
  return [
    ...learned.map((name) => figure(name, `${of}; ${pointsText(gainOf(examined, name, fewest))} points against raw pixels`)),
    figure('pixels', of),
  ];
}

/** '+11.2 ± 0.8', '−3.0 ± 1.1' */
function pointsText(gain: Spread): string {
  const text = spreadText({ ...gain, mean: Math.abs(gain.mean) });
  return `${gain.mean < 0 ? '−' : '+'}${text}`;
}
