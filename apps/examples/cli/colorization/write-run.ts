import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { reportPage } from '../../report/page.ts';
import { colorizationLossPlot, colorizationReport } from './report.ts';
import type { ColorizationRun } from './run.ts';

/** Writes the pictures and the report beside the models, and gives the report's path. */
export async function writeColorizationRun(run: ColorizationRun): Promise<string> {
  const { options, colourings } = run;
  const page = join(options.out, 'report.html');
  await Promise.all([
    writeFile(join(options.out, 'coloured.png'), colourings.given.png),
    writeFile(join(options.out, 'coloured-blindly.png'), colourings.alone.png),
    writeFile(join(options.out, 'loss.svg'), colorizationLossPlot(run).markup),
    writeFile(page, reportPage(colorizationReport(run))),
  ]);
  return page;
}
