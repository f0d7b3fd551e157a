import type { DataSpec } from '@genmodels/core';
import type { Dataset } from '@genmodels/datasets';
import { Classifier } from '@genmodels/metrics';
import * as tf from '@tensorflow/tfjs-core';
import { decimal } from '../../report/numbers.ts';
import type { Surroundings } from '../surroundings.ts';
import { evaluate } from '../train-classifier/evaluation.ts';
import { trainClassifierDefaults } from '../train-classifier/options.ts';
import { train } from '../train-classifier/training.ts';
import { checkpointsOf } from '../training/checkpoints.ts';
import type { TrainingData } from '../training/training-data.ts';
import type { FaceArithmeticOptions } from './options.ts';
import { type Trait, traits, traitWords } from './traits.ts';

/** For each trait a classifier of two classes: without it, and having it. */
export type Classifiers = Readonly<Record<Trait, Classifier>>;

/** Of test faces the share that each classifier recognises. */
export type Accuracies = Readonly<Record<Trait, number>>;

/** Untrained ones. The caller disposes them. */
export function buildClassifiers(spec: DataSpec, seed: number): Classifiers {
  const build = () => new Classifier({ spec, classes: 2, filters: [16, 32], depth: 2, kernelSize: 3, batchNorm: true, seed });
  return Object.fromEntries(traits.map((trait) => [trait, build()])) as Record<Trait, Classifier>;
}

/** Trains each on labelled faces, one after another. */
export async function learnTraits(
  classifiers: Classifiers,
  data: TrainingData,
  options: FaceArithmeticOptions,
  surroundings: Surroundings,
): Promise<Accuracies> {
  const accuracies: [Trait, number][] = [];
  for (const trait of traits) {
    accuracies.push([trait, await learn(classifiers[trait], trait, data, options, surroundings)]);
  }
  return Object.fromEntries(accuracies) as Record<Trait, number>;
}

/** Resolves to the share of test faces that it recognises. */
async function learn(
  classifier: Classifier,
  trait: Trait,
  data: TrainingData,
  options: FaceArithmeticOptions,
  surroundings: Surroundings,
): Promise<number> {
  const { 'classifier-size': size, 'classifier-epochs': epochs, seed } = options;
  const label = (part: Dataset) => part.labelledBy(trait);
  const labelled = {
    ...data,
    train: label(data.train.take(Math.min(size, data.train.length))),
    validation: label(data.validation),
    test: label(data.test),
    classNames: traitWords[trait],
  };
  const batch = Math.min(trainClassifierDefaults.batch, labelled.train.length);
  const course = { ...trainClassifierDefaults, batch, epochs, seed };
  await train(classifier, labelled, course, surroundings, checkpointsOf(options, trait));
  const { accuracy } = await evaluate(classifier, labelled);
  surroundings.terminal.say(`${trait}: ${decimal(100 * accuracy)} % of ${labelled.test.length} test faces`);
  return accuracy;
}

/** The probability that each face has each trait: images [batch, 32, 32, 3] -> [batch, traits]. The caller disposes it. */
export function probabilities(classifiers: Classifiers, images: tf.Tensor): tf.Tensor2D {
  return tf.tidy(() => {
    const having = traits.map((trait) => tf.slice(tf.softmax(classifiers[trait].logits(images)), [0, 1], [-1, 1]));
    return tf.concat(having, 1) as tf.Tensor2D;
  });
}
