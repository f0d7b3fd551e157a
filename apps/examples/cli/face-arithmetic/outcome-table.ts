import { wilsonInterval } from '@genmodels/metrics';
import { type Markup, markup } from '../../report/markup.ts';
import { decimal } from '../../report/numbers.ts';
import { equations } from './equations.ts';
import type { Outcome, Outcomes } from './evaluation.ts';
import type { Share } from './share.ts';
import { traits } from './traits.ts';

/** A row an equation: whether what is wanted appears, and whether all else stays; in percent, with 95 % intervals. */
export function outcomeTable(outcomes: Outcomes): Markup {
  return markup`<table class="scores">
<thead><tr><th></th><th>appears</th><th>before</th>${traits.map((trait) => markup`<th>${trait} stays</th>`)}</tr></thead>
<tbody>${equations.map(({ name }) => outcomeRow(name, outcomes[name]))}</tbody>
</table>`;
}

function outcomeRow(name: string, outcome: Outcome | undefined): Markup {
  const shares = outcome && [outcome.wanted, outcome.before, ...traits.map((trait) => outcome.stays[trait])];
  const cells = shares ?? [undefined, undefined, ...traits.map(() => undefined)];
  return markup`<tr><th>${name}</th>${cells.map((share) => markup`<td>${share ? cellText(share) : '–'}</td>`)}</tr>`;
}

/** '91 [87, 94]' */
function cellText(share: Share): string {
  const percent = (value: number) => decimal(100 * value, 0);
  const { low, high } = wilsonInterval(share.hits, share.count);
  return `${percent(share.hits / share.count)} [${percent(low)}, ${percent(high)}]`;
}
