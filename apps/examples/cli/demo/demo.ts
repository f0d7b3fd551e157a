import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { loadVae } from '@genmodels/vae';
import { figureLine } from '../../report/figure-block.ts';
import { duration } from '../../report/numbers.ts';
import { dataSets } from '../data/data-sets.ts';
import { makeFolder } from '../make-folder.ts';
import type { Surroundings } from '../surroundings.ts';
import { loadAutoregressive } from '../train-pixelcnn/models.ts';
import { trainPixelcnn } from '../train-pixelcnn/train-pixelcnn.ts';
import { trainVae } from '../train-vae/train-vae.ts';
import { loadData } from '../training/training-data.ts';
import { type Comparison, compare } from './comparison.ts';
import { demoFigures } from './figures.ts';
import type { DemoOptions } from './options.ts';
import { partTerminal } from './part-terminal.ts';
import { type DemoParts, demoParts } from './parts.ts';
import type { DemoRun } from './run.ts';
import { reportPath, writeDemo } from './write-demo.ts';

/**
 * Trains a VAE and a PixelCNN on the same digits, each with its report, opens their files again, compares them on the same test
 * images, and writes all into the folder `out`. Ctrl-C ends the training under way, keeps what was learned, and leaves out the rest.
 * `command` is what was typed, for the reports. `parts` are what is trained.
 */
export async function demo(
  command: string,
  options: DemoOptions,
  { terminal, signal }: Surroundings,
  parts: DemoParts = demoParts(options),
): Promise<void> {
  const start = performance.now();
  terminal.title('genmodels', subtitle(options, parts));
  await makeFolder(options.out);
  await rm(reportPath(options.out), { force: true }); // of another run; the models that it compares will soon be gone
  await trainVae(command, parts.vae, { terminal: partTerminal(terminal, 'VAE'), signal });
  if (!signal.aborted) await trainPixelcnn(command, parts.pixelcnn, { terminal: partTerminal(terminal, 'PixelCNN'), signal });
  const comparison = signal.aborted
    ? undefined
    : await terminal.chapter('Comparison', () => compareFiles(parts, { terminal, signal }));
  if (comparison === undefined) return terminal.summary('Stopped by Ctrl-C', [['Kept', `what was learned, in ${options.out}`]]);
  const run = { command, options, parts, comparison, seconds: (performance.now() - start) / 1000 };
  terminal.summary('Result', summary(run, await writeDemo(run)));
}

function subtitle({ backend }: DemoOptions, { vae }: DemoParts): string {
  return `A VAE and a PixelCNN learn to draw ${dataSets[vae.data].title}, on the ${backend} backend of TensorFlow.js.`;
}

/** Opens both models as any program would, and compares them on test images of the seed that both were trained with. */
async function compareFiles({ vae, pixelcnn }: DemoParts, surroundings: Surroundings): Promise<Comparison | undefined> {
  const models = { vae: await loadVae(modelFile(vae)), pixelcnn: await loadAutoregressive(modelFile(pixelcnn)) };
  try {
    const { test } = await loadData(vae, surroundings);
    return await compare({ ...models, test, samples: vae['likelihood-samples'] }, surroundings);
  } finally {
    models.vae.dispose();
    models.pixelcnn.dispose();
  }
}

function summary(run: DemoRun, page: string): [name: string, value: string][] {
  const { vae, pixelcnn } = run.parts;
  return [
    ...demoFigures(run.comparison).map(figureLine),
    ['Time', duration(run.seconds)],
    ['Models', `${modelFile(vae)}, ${modelFile(pixelcnn)}`],
    ['Report', page],
  ];
}

function modelFile({ out }: { readonly out: string }): string {
  return join(out, 'model.safetensors');
}
