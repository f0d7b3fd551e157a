import { rm, writeFile } from 'node:fs/promises';
import { figureLine } from '../../report/figure-block.ts';
import { duration } from '../../report/numbers.ts';
import { reportPath } from '../../report/write-report.ts';
import { dataSets } from '../data/data-sets.ts';
import { makeFolder } from '../make-folder.ts';
import { modelFile } from '../model-file.ts';
import type { Surroundings } from '../surroundings.ts';
import { trainPixelcnn } from '../train-pixelcnn/train-pixelcnn.ts';
import { trainVae } from '../train-vae/train-vae.ts';
import { compare } from './comparison.ts';
import type { DemoOptions } from './options.ts';
import { demoPage } from './page.ts';
import { partTerminal } from './part-terminal.ts';
import { type DemoParts, demoParts } from './parts.ts';
import { demoReport } from './report.ts';
import type { TwoRuns } from './run.ts';

/**
 * Trains a VAE and a PixelCNN on the same digits, each with its report, compares what was found of them on the same test images, and
 * writes all into the folder `out`. Ctrl-C ends the training under way, keeps what was learned, and leaves out the rest. `command` is
 * what was typed, for the reports. `parts` are what is trained.
 */
export async function demo(
  command: string,
  options: DemoOptions,
  surroundings: Surroundings,
  parts: DemoParts = demoParts(options),
): Promise<void> {
  const { terminal } = surroundings;
  const start = performance.now();
  terminal.title('genmodels', subtitle(options, parts));
  await makeFolder(options.out);
  const page = reportPath(options.out);
  await rm(page, { force: true }); // of another run; the models that it compares will soon be gone
  const runs = await trainBoth(command, parts, surroundings);
  if (runs === undefined) return terminal.summary('Stopped by Ctrl-C', [['Kept', `what was learned, in ${options.out}`]]);
  const comparison = compare(runs.vae.evaluation, runs.pixelcnn.evaluation);
  const seconds = (performance.now() - start) / 1000;
  const report = demoReport({ command, options, ...runs, comparison, seconds });
  await writeFile(page, demoPage(report));
  terminal.summary('Result', [
    ...report.figures.map(figureLine),
    ['Time', duration(seconds)],
    ['Models', `${modelFile(parts.vae)}, ${modelFile(parts.pixelcnn)}`],
    ['Report', page],
  ]);
}

function subtitle({ backend }: DemoOptions, { vae }: DemoParts): string {
  return `A VAE and a PixelCNN learn to draw ${dataSets[vae.data].title}, on the ${backend} backend of TensorFlow.js.`;
}

/** One after the other, on one set of digits. Nothing where Ctrl-C came. */
async function trainBoth(command: string, parts: DemoParts, { terminal, signal }: Surroundings): Promise<TwoRuns | undefined> {
  const vae = await trainVae(command, parts.vae, { terminal: partTerminal(terminal, 'VAE'), signal });
  if (signal.aborted) return undefined;
  const surroundings = { terminal: partTerminal(terminal, 'PixelCNN'), signal };
  const pixelcnn = await trainPixelcnn(command, parts.pixelcnn, surroundings, vae.data);
  return signal.aborted ? undefined : { vae, pixelcnn };
}
