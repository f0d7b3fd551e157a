import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { reportPage } from '../../report/page.ts';
import { superResolutionLossPlot, superResolutionReport } from './report.ts';
import type { SuperResolutionRun } from './run.ts';

/** Writes the pictures and the report beside the model, and gives the report's path. */
export async function writeSuperResolutionRun(run: SuperResolutionRun): Promise<string> {
  const { options, pictures } = run;
  const page = join(options.out, 'report.html');
  await Promise.all([
    ...Object.entries(pictures).map(([name, png]) => writeFile(join(options.out, `${name}.png`), png)),
    writeFile(join(options.out, 'loss.svg'), superResolutionLossPlot(run).markup),
    writeFile(page, reportPage(superResolutionReport(run))),
  ]);
  return page;
}
