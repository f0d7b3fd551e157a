import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { reportPage } from '../../report/page.ts';
import { classifierLossPlot, classifierReport } from './report.ts';
import type { ClassifierRun } from './run.ts';

/** Writes the picture and the report beside the model, and gives the report's path. */
export async function writeClassifierRun(run: ClassifierRun): Promise<string> {
  const { options, mistakes } = run;
  const page = join(options.out, 'report.html');
  await Promise.all([
    ...(mistakes ? [writeFile(join(options.out, 'mistakes.png'), mistakes)] : []),
    writeFile(join(options.out, 'loss.svg'), classifierLossPlot(run).markup),
    writeFile(page, reportPage(classifierReport(run))),
  ]);
  return page;
}
