import { figureLine } from '../report/figure-block.ts';
import { duration } from '../report/numbers.ts';
import type { Report } from '../report/page.ts';
import type { PngFiles } from '../report/write-pictures.ts';
import { writeReport } from '../report/write-report.ts';
import { modelFile } from './model-file.ts';
import type { Run } from './run.ts';
import type { Terminal } from './terminal.ts';

/** Writes a run's report and pictures beside its model, and says its figures, its time and where all lies. `file` is the model's, with its name. */
export async function endRun(
  { options, seconds }: Run<{ readonly out: string }>,
  report: Report,
  pictures: PngFiles,
  terminal: Terminal,
  file: readonly [name: string, path: string] = ['Model', modelFile(options)],
): Promise<void> {
  const page = await writeReport(options.out, report, pictures);
  terminal.summary('Result', [...report.figures.map(figureLine), ['Time', duration(seconds)], file, ['Report', page]]);
}
