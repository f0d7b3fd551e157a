import type { Markup } from '../../report/markup.ts';
import { plainTable } from '../../report/plain-table.ts';
import { representationNames } from './representations.ts';
import { labelCounts } from './results.ts';
import type { ProbeFeaturesRun } from './run.ts';
import { type Setting, settings } from './setting.ts';
import { columnNames, rowName } from './table-names.ts';

/** A row a representation and a column a number of labels: which settings were chosen, and how often. */
export function settingTable({ examined }: Pick<ProbeFeaturesRun, 'examined'>): Markup {
  const counts = labelCounts(examined.pixels.probed);
  return plainTable({
    columns: columnNames(counts),
    rows: representationNames.map((name) => ({
      name: rowName(name),
      cells: counts.map((count) => settingsText(examined[name].probed.filter(({ labels }) => labels === count))),
    })),
  });
}

/** 'together 0.1 (3), each 0.1 (2)'; of a single one without its number. */
function settingsText(probed: readonly { readonly setting: Setting }[]): string {
  const chosen = probed.map(({ setting }) => settingText(setting));
  return settings
    .map(settingText)
    .filter((text) => chosen.includes(text))
    .map((text) => (chosen.length === 1 ? text : `${text} (${chosen.filter((other) => other === text).length})`))
    .join(', ');
}

function settingText({ scaling, ridge }: Setting): string {
  return `${scaling} ${ridge}`;
}
