import type { Markup } from '../../report/markup.ts';
import { whole } from '../../report/numbers.ts';
import { plainTable } from '../../report/plain-table.ts';
import { representationNames } from './representations.ts';
import { accuracyOf, labelCounts } from './results.ts';
import type { ProbeFeaturesRun } from './run.ts';
import { spreadText } from './spread.ts';
import { columnNames, rowName } from './table-names.ts';

/** A row a representation and a column a number of labels: percent that are recognised, mean and spread. */
export function accuracyTable({ examined }: Pick<ProbeFeaturesRun, 'examined'>): Markup {
  const counts = labelCounts(examined.pixels.probed);
  return plainTable({
    columns: ['numbers', ...columnNames(counts)],
    rows: representationNames.map((name) => {
      const { width, probed } = examined[name];
      return { name: rowName(name), cells: [whole(width), ...counts.map((count) => spreadText(accuracyOf(probed, count)))] };
    }),
  });
}
