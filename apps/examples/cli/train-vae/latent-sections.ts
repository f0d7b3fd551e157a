import { barPlot } from '../../report/bar-plot.ts';
import { markup } from '../../report/markup.ts';
import { whole } from '../../report/numbers.ts';
import type { Report } from '../../report/page.ts';
import type { VaeRun } from './run.ts';

/** What each dimension of z says, and what is wrong where they say too little. */
export function latentSections({ data, evaluation: { health } }: VaeRun): NonNullable<Report['sections']> {
  if (health === undefined) return [];
  const { examples, klPerDimension, warning } = health;
  const sorted = [...klPerDimension].sort((a, b) => b - a);
  const plot = barPlot(sorted, { x: 'dimension of z, by what it says', y: 'KL, nats' });
  const caption =
    `What each dimension of z says of test ${data.examples}: KL of its posterior to N(0, 1), the mean of ${whole(examples)}. ` +
    'One of no height has collapsed onto the prior: the decoder does without it.';
  const content = warning ? markup`<p class="lede">${warning}.</p>${plot}` : plot;
  return [{ name: 'What z says', content, caption }];
}
