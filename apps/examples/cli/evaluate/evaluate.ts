import { check, show } from '@genmodels/core';
import type * as tf from '@tensorflow/tfjs-core';
import { duration, whole } from '../../report/numbers.ts';
import { startBackend } from '../backend.ts';
import { binarizePart } from '../data/binarize-part.ts';
import type { DataParts } from '../data/data-set.ts';
import { dataSets } from '../data/data-sets.ts';
import { loadDataSet } from '../data/load-data.ts';
import { makeFolder } from '../make-folder.ts';
import type { Surroundings } from '../surroundings.ts';
import { checkClasses } from './check-classes.ts';
import { drawSamples } from './draw-samples.ts';
import { evaluate } from './evaluation.ts';
import { drawsValues, loadModel, type Model } from './models.ts';
import type { EvaluateOptions } from './options.ts';
import { tell } from './tell.ts';
import { writeEvaluation } from './write-evaluation.ts';

/** `evaluate MODEL`: how near the samples of a model are to what it has learned from, as a table and a page in the folder `out`. */
export async function evaluateModel(
  command: string,
  path: string,
  options: EvaluateOptions,
  surroundings: Surroundings,
): Promise<void> {
  const { terminal } = surroundings;
  const start = performance.now();
  terminal.title('genmodels', `How near the samples of ${path} are to ${dataSets[options.data].title}.`);
  await makeFolder(options.out);
  await startBackend(options.backend);
  const model = await loadModel(path);
  let samples: tf.Tensor | undefined;
  try {
    const parts = await terminal.chapter('Data', () => prepare(model, options, surroundings));
    const count = Math.min(options.samples, parts.test.length, parts.train.length);
    samples = await terminal.chapter('Samples', () => drawSamples(model, parts.train, count, options, surroundings));
    const evaluation = await terminal.chapter('Scores', () => evaluate(model, samples!, parts, options, surroundings));
    tell(evaluation, terminal);
    const seconds = (performance.now() - start) / 1000;
    const page = await writeEvaluation({ command, path, options, model, samples, parts, evaluation, seconds });
    terminal.summary('Result', [
      ['Time', duration(seconds)],
      ['Report', page],
    ]);
  } finally {
    samples?.dispose();
    model.dispose();
  }
}

async function prepare(model: Model, options: EvaluateOptions, surroundings: Surroundings): Promise<DataParts> {
  const parts = await loadDataSet(options.data, options, surroundings);
  const { shape } = model.config.spec;
  check(
    String(shape) === String(parts.test.spec.shape),
    'invalid-argument',
    () =>
      `--data must be of shape ${show(shape)}, as the model's samples are, got ${options.data} of ${show(parts.test.spec.shape)}`,
  );
  checkClasses(model, parts, options.data);
  const seen = drawsValues(model) && model.config.spec.domain === 'binary' ? blackAndWhite(parts, options.seed) : parts;
  surroundings.terminal.say(`${parts.test.name}: ${whole(parts.train.length)} to train, ${whole(parts.test.length)} to test`);
  return seen;
}

/** Samples of black and white are measured against test examples in black and white. */
function blackAndWhite({ train, validation, test }: DataParts, seed: number): DataParts {
  if (test.spec.domain === 'binary') return { train, validation, test };
  return {
    train: binarizePart(train, 'train', 'static', seed),
    validation: binarizePart(validation, 'validation', 'static', seed),
    test: binarizePart(test, 'test', 'static', seed),
  };
}
