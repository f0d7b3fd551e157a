import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { demoPage } from './page.ts';
import { demoReport } from './report.ts';
import type { DemoRun } from './run.ts';

/** Writes the report over the reports of the two models, and gives its path. */
export async function writeDemo(run: DemoRun): Promise<string> {
  const page = reportPath(run.options.out);
  await writeFile(page, demoPage(await demoReport(run)));
  return page;
}

/** Where a folder of results keeps its report. */
export function reportPath(out: string): string {
  return join(out, 'report.html');
}
