import { check, type DataSpec } from '@genmodels/core';
import type { Dataset } from '@genmodels/datasets';
import type { DataParts, ExampleWord } from '../data/data-set.ts';
import { dataSets } from '../data/data-sets.ts';
import { loadDataSet } from '../data/load-data.ts';
import type { Surroundings } from '../surroundings.ts';
import { classNamesOf } from '../training/class-names.ts';
import type { TrainClassifierOptions } from './options.ts';

/** Three parts with labels that share no example. */
export interface LabelledData extends DataParts {
  /** As a text calls it: 'MNIST digits'. */
  readonly name: string;
  readonly examples: ExampleWord;
  readonly spec: DataSpec;
  /** What the classes are called, by their numbers. */
  readonly classNames: readonly string[];
}

type DataOptions = Pick<TrainClassifierOptions, 'data' | 'size' | 'seed' | 'folder' | 'side' | 'by'>;

/** Draws the examples, or reads them. Throws 'invalid-argument' where they are no pictures or have no classes. */
export async function loadLabelledData(options: DataOptions, surroundings: Surroundings): Promise<LabelledData> {
  const { title, examples } = dataSets[options.data];
  check(examples === 'images', 'invalid-argument', () => `train classifier needs pictures, but ${options.data} has ${examples}`);
  const parts = await loadDataSet(options.data, options, surroundings);
  const label = (part: Dataset) => (options.by === '' ? part : part.labelledBy(options.by));
  const [train, validation, test] = [label(parts.train), label(parts.validation), label(parts.test)];
  const classNames = classNamesOf({ train, validation, test }, options.data, 'train classifier');
  return { name: title, examples, spec: train.spec, classNames, train, validation, test };
}
