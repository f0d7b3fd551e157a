import { readFile } from 'node:fs/promises';
import { countParameters, save, sha256 } from '@genmodels/core';
import { Classifier, loadClassifier } from '@genmodels/metrics';
import { whole } from '../../report/numbers.ts';
import { partSizes } from '../../report/part-sizes.ts';
import { startBackend } from '../backend.ts';
import { dataSets } from '../data/data-sets.ts';
import { endRun } from '../end-run.ts';
import { makeFolder } from '../make-folder.ts';
import { modelFile } from '../model-file.ts';
import type { Surroundings } from '../surroundings.ts';
import { checkNothingIsLost } from '../training/checkpoints.ts';
import { lengthOf } from '../training/course.ts';
import { endTraining } from '../training/end-training.ts';
import type { Training } from '../training/run-training.ts';
import { type LabelledData, loadLabelledData } from './data.ts';
import { evaluate } from './evaluation.ts';
import { drawMistakes } from './mistakes.ts';
import type { TrainClassifierOptions } from './options.ts';
import { classifierReport } from './report.ts';
import type { ClassifierRun, ModelFileFacts } from './run.ts';
import { train } from './training.ts';

/**
 * Trains a classifier and saves it, then evaluates what lies in its file, and writes all into the folder `out`. After Ctrl-C it
 * goes on with what was learned until then. `command` is what was typed, for the report.
 */
export async function trainClassifier(
  command: string,
  options: TrainClassifierOptions,
  surroundings: Surroundings,
): Promise<void> {
  const { terminal } = surroundings;
  const start = performance.now();
  terminal.title(
    'genmodels',
    `A classifier learns to recognise ${dataSets[options.data].title}, on the ${options.backend} backend of TensorFlow.js.`,
  );
  await makeFolder(options.out);
  await checkNothingIsLost(options);
  await startBackend(options.backend);
  const data = await terminal.chapter('Data', () => prepare(options, surroundings));
  const training = await terminal.chapter('Training', () => learn(command, data, options, surroundings));
  const found = await terminal.chapter('Evaluation', () => examine(data, options));
  const run = { command, options, data, training, ...found, seconds: (performance.now() - start) / 1000 };
  await endRun(run, classifierReport(run), { mistakes: run.mistakes }, terminal, ['File', modelFile(options)]);
}

async function prepare(options: TrainClassifierOptions, surroundings: Surroundings): Promise<LabelledData> {
  const data = await loadLabelledData(options, surroundings);
  surroundings.terminal.say(`${partSizes(data, data.examples)}; ${data.classNames.length} classes`);
  return data;
}

/** The model is saved at once, before anything else may go wrong. */
async function learn(
  command: string,
  data: LabelledData,
  options: TrainClassifierOptions,
  surroundings: Surroundings,
): Promise<Training> {
  const { terminal } = surroundings;
  const classifier = buildClassifier(data, options);
  try {
    terminal.say(`${whole(countParameters(classifier))} weights; ${lengthOf(options)}`);
    const training = await train(classifier, data, options, surroundings);
    await save(classifier, modelFile(options), { float16: options.float16 });
    await endTraining(training, command, options, data, terminal);
    return training;
  } finally {
    classifier.dispose();
  }
}

function buildClassifier({ spec, classNames }: LabelledData, options: TrainClassifierOptions): Classifier {
  const { filters, depth, 'kernel-size': kernelSize, 'batch-norm': batchNorm, hidden, dropout, seed } = options;
  return new Classifier({ spec, classes: classNames.length, filters, depth, kernelSize, batchNorm, hidden, dropout, seed });
}

/** Looks at the model as it lies in its file. */
async function examine(
  data: LabelledData,
  options: TrainClassifierOptions,
): Promise<Pick<ClassifierRun, 'config' | 'weights' | 'evaluation' | 'file' | 'mistakes'>> {
  const bytes = await readFile(modelFile(options));
  const file: ModelFileFacts = { path: modelFile(options), bytes: bytes.length, sha256: await sha256(bytes) };
  const classifier = await loadClassifier(bytes);
  try {
    const evaluation = await evaluate(classifier, data);
    const { config } = classifier;
    return { config, weights: countParameters(classifier), evaluation, file, mistakes: await drawMistakes(data, evaluation) };
  } finally {
    classifier.dispose();
  }
}
