import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Report, reportPage } from './page.ts';
import { type PngFiles, writePictures } from './write-pictures.ts';

/** Writes a report, its loss plot, where it has one, and its pictures beside the model in `folder`, and gives the report's path. */
export async function writeReport(folder: string, report: Report, pictures: PngFiles): Promise<string> {
  const page = reportPath(folder);
  await writePictures(folder, pictures);
  if (report.loss) await writeFile(join(folder, 'loss.svg'), report.loss.plot.markup);
  await writeFile(page, reportPage(report));
  return page;
}

/** Where a folder of results keeps its report. */
export function reportPath(folder: string): string {
  return join(folder, 'report.html');
}
