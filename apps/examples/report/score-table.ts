import type { Score } from '@genmodels/metrics';
import { capital } from './capital.ts';
import { type Markup, markup } from './markup.ts';
import { shortNumber } from './numbers.ts';

/** A column of scores under a name. */
export interface ScoreColumn {
  readonly name: string;
  readonly scores: readonly Score[];
}

/** What a table shows of scores that were measured alike, a row a metric: '12.3', '12.3 [11.9, 12.8]'. */
export function scoreRows(columns: readonly ScoreColumn[]): { readonly heading: string; readonly cells: readonly string[] }[] {
  const [first, ...others] = columns;
  return first!.scores.map((score, i) => {
    for (const { scores } of others) score.compare(scores[i]!); // throws where a row would compare what cannot be compared
    return {
      heading: `${capital(nameIn(first!.scores, score))} ${score.better === 'lower' ? '↓' : '↑'}`,
      cells: columns.map(({ scores }) => cellOf(scores[i]!)),
    };
  });
}

/** The same as HTML: the first column is the model's. */
export function scoreTable(columns: readonly ScoreColumn[]): Markup {
  return markup`<table class="scores">
<thead><tr><th></th>${columns.map(({ name }) => markup`<th>${name}</th>`)}</tr></thead>
<tbody>${scoreRows(columns).map(({ heading, cells }) => markup`<tr><th>${heading}</th>${cells.map((cell) => markup`<td>${cell}</td>`)}</tr>`)}</tbody>
</table>`;
}

/** With its estimator where the table has the metric twice. */
function nameIn(scores: readonly Score[], { metric, estimator }: Score): string {
  const alone = scores.filter((other) => other.metric === metric).length === 1;
  return alone ? metric : `${metric}, ${estimator}`;
}

function cellOf({ value, unit, interval }: Score): string {
  const range = interval === undefined ? '' : ` [${shortNumber(interval.low)}, ${shortNumber(interval.high)}]`;
  return `${shortNumber(value)}${unit === undefined ? '' : ` ${unit}`}${range}`;
}
