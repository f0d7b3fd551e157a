import { rm, writeFile } from 'node:fs/promises';
import { figureLine } from '../../report/figure-block.ts';
import { duration } from '../../report/numbers.ts';
import { reportPath } from '../../report/write-report.ts';
import { alignedRows } from '../aligned-rows.ts';
import { dataSets } from '../data/data-sets.ts';
import { makeFolder } from '../make-folder.ts';
import { modelFile } from '../model-file.ts';
import type { Surroundings } from '../surroundings.ts';
import { trainGan } from '../train-gan/train-gan.ts';
import { trainPixelcnn } from '../train-pixelcnn/train-pixelcnn.ts';
import { trainVae } from '../train-vae/train-vae.ts';
import { compare } from './comparison.ts';
import { compareDrawings, type Drawings } from './drawings.ts';
import type { DemoOptions } from './options.ts';
import { demoPage } from './page.ts';
import { partTerminal } from './part-terminal.ts';
import { type DemoParts, demoParts } from './parts.ts';
import { demoReport } from './report.ts';
import type { ThreeRuns } from './run.ts';

/**
 * Trains a VAE, a PixelCNN and a GAN on the same digits, each with its report, compares what was found of them and what they draw,
 * and writes all into the folder `out`. Ctrl-C ends the training under way, keeps what was learned, and leaves out the rest. `command`
 * is what was typed, for the reports. `parts` are what is trained.
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
  const runs = await trainAll(command, parts, surroundings);
  const drawings = runs && (await draw(parts, runs, options, surroundings));
  if (!drawings) return terminal.summary('Stopped by Ctrl-C', [['Kept', `what was learned, in ${options.out}`]]);
  const comparison = compare(runs.vae.evaluation, runs.pixelcnn.evaluation);
  const seconds = (performance.now() - start) / 1000;
  const report = demoReport({ command, options, ...runs, comparison, drawings, seconds });
  await writeFile(page, demoPage(report));
  terminal.summary('Side by side', alignedRows(report.table));
  terminal.summary('Result', [
    ...report.figures.map(figureLine),
    ['Time', duration(seconds)],
    ['Models', [parts.vae, parts.pixelcnn, parts.gan].map(modelFile).join(', ')],
    ['Report', page],
  ]);
}

function subtitle({ backend }: DemoOptions, { vae }: DemoParts): string {
  return `A VAE, a PixelCNN and a GAN learn to draw ${dataSets[vae.data].title}, on the ${backend} backend of TensorFlow.js.`;
}

/** One after the other, on one set of digits. Nothing where Ctrl-C came. */
async function trainAll(command: string, parts: DemoParts, { terminal, signal }: Surroundings): Promise<ThreeRuns | undefined> {
  const around = (part: string) => ({ terminal: partTerminal(terminal, part), signal });
  const vae = await trainVae(command, parts.vae, around('VAE'));
  if (signal.aborted) return undefined;
  const pixelcnn = await trainPixelcnn(command, parts.pixelcnn, around('PixelCNN'), vae.data);
  if (signal.aborted) return undefined;
  const gan = await trainGan(command, parts.gan, around('GAN'));
  return signal.aborted ? undefined : { vae, pixelcnn, gan };
}

/** Nothing where Ctrl-C came. */
async function draw(
  parts: DemoParts,
  { gan }: ThreeRuns,
  { seed }: DemoOptions,
  surroundings: Surroundings,
): Promise<Drawings | undefined> {
  try {
    return await surroundings.terminal.chapter('Comparison', () => compareDrawings(parts, gan.data, seed, surroundings));
  } catch (error) {
    if (surroundings.signal.aborted) return undefined;
    throw error;
  }
}
