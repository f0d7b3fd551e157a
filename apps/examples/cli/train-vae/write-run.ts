import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { reportPage } from '../../report/page.ts';
import { vaeLossPlot, vaeReport } from './report.ts';
import type { VaeRun } from './run.ts';

/** Writes the pictures and the report beside the model, and gives the report's path. */
export async function writeVaeRun(run: VaeRun): Promise<string> {
  const { options, pictures } = run;
  const page = join(options.out, 'report.html');
  const pngs = Object.entries(pictures).map(([name, png]) => writeFile(join(options.out, `${name}.png`), png));
  await Promise.all([
    ...pngs,
    writeFile(join(options.out, 'loss.svg'), vaeLossPlot(run).markup),
    writeFile(page, reportPage(vaeReport(run))),
  ]);
  return page;
}
