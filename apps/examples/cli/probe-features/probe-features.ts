import { drawBalanced, toPng } from '@genmodels/datasets';
import { startBackend } from '../backend.ts';
import { dataSets } from '../data/data-sets.ts';
import { drawPart } from '../data/draw-examples.ts';
import { endRun } from '../end-run.ts';
import { makeFolder } from '../make-folder.ts';
import type { Surroundings } from '../surroundings.ts';
import { checkNothingIsLost, removeCheckpoints } from '../training/checkpoints.ts';
import { sayStopped } from '../training/end-training.ts';
import { type ClassifiedImages, loadClassified } from './data.ts';
import { examine } from './examine.ts';
import { drawRng } from './measure.ts';
import type { ProbeFeaturesOptions } from './options.ts';
import { probeFeaturesReport } from './report.ts';
import { type RepresentationName, representationNames, representationOf } from './representations.ts';
import type { Examined, ProbeFeaturesRun } from './run.ts';

/**
 * Trains three models without labels, has linear classifiers recognise images by what the models make of them and by raw pixels, and
 * writes all into the folder `out`. After Ctrl-C there is nothing to compare, and it ends; `resume` goes on with it. `command` is what was
 * typed.
 */
export async function probeFeatures(command: string, options: ProbeFeaturesOptions, surroundings: Surroundings): Promise<void> {
  const { terminal } = surroundings;
  const start = performance.now();
  terminal.title(
    'genmodels',
    `Features of ${dataSets[options.data].title} that are learned without labels, on the ${options.backend} backend of TensorFlow.js.`,
  );
  await makeFolder(options.out);
  await checkNothingIsLost(options);
  await startBackend(options.backend);
  const data = await terminal.chapter('Data', () => loadClassified(options, surroundings));
  const examined = await examineAll(data, options, surroundings);
  if (examined === undefined) return sayStopped(command, options, terminal);
  const labelled = await drawFewest(data, options);
  const run = { command, options, data, examined, labelled, seconds: (performance.now() - start) / 1000 };
  await endRun(run, probeFeaturesReport(run), { labelled }, terminal, ['Models', options.out]);
  await removeCheckpoints(options);
}

/** One after the other. Nothing where Ctrl-C came before the end. */
async function examineAll(
  data: ClassifiedImages,
  options: ProbeFeaturesOptions,
  surroundings: Surroundings,
): Promise<ProbeFeaturesRun['examined'] | undefined> {
  const { terminal, signal } = surroundings;
  const examined: [RepresentationName, Examined][] = [];
  try {
    for (const name of representationNames) {
      const work = () => examine(name, data, options, surroundings);
      examined.push([name, await terminal.chapter(representationOf(name).title, work)]);
    }
    return Object.fromEntries(examined) as ProbeFeaturesRun['examined'];
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
}

/** All that the probes of the fewest labels are told in the first draw: a column a class. */
async function drawFewest(data: ClassifiedImages, { labels, seed }: ProbeFeaturesOptions): Promise<Uint8Array> {
  const { train, classes, examples } = data;
  const rows = drawBalanced(train.labels!, Math.min(...labels), drawRng(seed, 0));
  return toPng(await drawPart(train, rows, examples, classes));
}
