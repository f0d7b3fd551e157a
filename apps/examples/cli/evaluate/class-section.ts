import { classTable } from '../../report/class-table.ts';
import type { Report } from '../../report/page.ts';
import type { Judgement } from './judge.ts';

/** What a classifier takes sets of images for, a row for each, the samples of a model first. */
export function classSection(
  judgements: { readonly samples: Judgement } & Readonly<Record<string, Judgement>>,
  classNames: readonly string[] | undefined,
): NonNullable<Report['sections']>[number] {
  const { score, shares } = judgements.samples;
  const table = {
    classes: shares.map((_, label) => classNames?.[label] ?? String(label)),
    rows: Object.entries(judgements).map(([name, judgement]) => ({ name, shares: judgement.shares })),
  };
  const caption = `What the ${score.extractor!.name} takes them for, in percent: a class that is missing is a mode that the generator has lost.`;
  return { name: 'Classes', content: classTable(table), caption };
}
