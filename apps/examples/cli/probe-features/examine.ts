import { join } from 'node:path';
import { countParameters, save } from '@genmodels/core';
import type { Dataset } from '@genmodels/datasets';
import { type Extractor, extractFeatures, pixels } from '@genmodels/metrics';
import { whole } from '../../report/numbers.ts';
import type { Surroundings } from '../surroundings.ts';
import { sayTraining } from '../training/end-training.ts';
import type { ClassifiedImages } from './data.ts';
import type { Labelled } from './labelled.ts';
import type { Learner } from './learner.ts';
import { measure, type Probed, type ProbeTask } from './measure.ts';
import type { ProbeFeaturesOptions } from './options.ts';
import { type RepresentationName, representationOf } from './representations.ts';
import { accuracyOf, labelCounts } from './results.ts';
import type { Examined, LearnedModel } from './run.ts';
import { spreadText } from './spread.ts';

/** Images whose features are computed at once. */
const batchSize = 500;

/**
 * Trains what makes a representation, and probes it. Rejects when aborted. Features are let go afterwards, for those of a discriminator
 * take hundreds of megabytes.
 */
export async function examine(
  name: RepresentationName,
  data: ClassifiedImages,
  options: ProbeFeaturesOptions,
  surroundings: Surroundings,
): Promise<Examined> {
  const learner = representationOf(name).learner?.(data, options);
  try {
    const model = learner && (await learn(learner, name, data, options, surroundings));
    const task = await describe(learner, data, surroundings.signal);
    const probed = await measure(task, options, surroundings);
    surroundings.terminal.say(accuracyWords(probed));
    return { width: task.train.features.width, probed, ...(model && { model }) };
  } finally {
    learner?.model.dispose();
  }
}

/** The model is saved at once, before anything else may go wrong. */
async function learn(
  { model, train }: Learner,
  name: RepresentationName,
  data: ClassifiedImages,
  options: ProbeFeaturesOptions,
  surroundings: Surroundings,
): Promise<LearnedModel> {
  const path = join(options.out, `${name}.safetensors`);
  const weights = countParameters(model);
  surroundings.terminal.say(`${whole(weights)} weights`);
  const training = await train(surroundings);
  await save(model, path);
  sayTraining(training, options, data, surroundings.terminal);
  surroundings.signal.throwIfAborted();
  return { config: model.config, weights, training, path };
}

/** The features of all images, and their classes. */
async function describe(
  learner: Learner | undefined,
  { train, test, classes }: ClassifiedImages,
  signal: AbortSignal,
): Promise<ProbeTask> {
  const extractor: Extractor = learner
    ? { name: learner.model.kind, preprocessing: 'none', features: learner.features }
    : pixels();
  const featuresOf = async (part: Dataset): Promise<Labelled> => {
    return { features: await extractFeatures(part, { extractor, batchSize, signal }), labels: part.labels! };
  };
  return { train: await featuresOf(train), test: await featuresOf(test), classes };
}

/** '100 labels: 71.2 ± 1.9 %; 55,000 labels: 91.9 %' */
function accuracyWords(probed: readonly Probed[]): string {
  const counts = labelCounts(probed);
  return counts.map((count) => `${whole(count)} labels: ${spreadText(accuracyOf(probed, count))} %`).join('; ');
}
