import { createRng, type DataSpec } from '@genmodels/core';
import type { Dataset } from '@genmodels/datasets';
import type { DataParts, ExampleWord } from '../data/data-set.ts';
import { dataSets } from '../data/data-sets.ts';
import { loadDataSet } from '../data/load-data.ts';
import type { Surroundings } from '../surroundings.ts';
import type { TrainVaeOptions } from './options.ts';

/** Three parts that share no example. */
export interface TrainingData extends DataParts {
  /** As a text calls it: 'procedural digits'. */
  readonly name: string;
  /** As a text calls the examples. */
  readonly examples: ExampleWord;
  /** What a value is, and how it came to be: 'dynamic binarization'. */
  readonly values: string;
  readonly spec: DataSpec;
}

type DataOptions = Pick<TrainVaeOptions, 'data' | 'size' | 'binarize' | 'seed' | 'folder' | 'side'>;

/** Draws the examples, or reads them, and makes their pixels black and white where that is asked for. */
export async function loadData(options: DataOptions, surroundings: Surroundings): Promise<TrainingData> {
  const { title, examples } = dataSets[options.data];
  const parts = await loadDataSet(options.data, options, surroundings);
  const mode = options.binarize === 'auto' ? suitedTo(parts.train.spec) : options.binarize;
  const [train, validation, test] = [parts.train, parts.validation, parts.test].map((part, i) => {
    return binarize(part, i, mode, options.seed);
  }) as [Dataset, Dataset, Dataset];
  return {
    name: title,
    examples,
    values: mode === 'none' ? wordsFor(train.spec) : `${mode} binarization`,
    spec: train.spec,
    train,
    validation,
    test,
  };
}

type Mode = Exclude<TrainVaeOptions['binarize'], 'auto'>;

/** Grey pictures of ink are nearly black and white anyway. */
function suitedTo({ shape, domain }: DataSpec): Mode {
  return typeof domain === 'object' && shape.length === 3 && shape[2] === 1 ? 'dynamic' : 'none';
}

/** Only training images are drawn anew in every batch: a figure must not change because it was looked at twice. */
function binarize(part: Dataset, index: number, mode: Mode, seed: number): Dataset {
  if (mode === 'none') return part;
  return part.binarize(index === 0 ? mode : 'static', { seed: createRng(seed).fork('binarize').fork(index).nextWord() });
}

function wordsFor({ domain, shape }: DataSpec): string {
  if (typeof domain === 'object') return `${domain.levels} ${shape.at(-1) === 3 ? 'levels of each colour' : 'grey levels'}`;
  return domain === 'binary' ? 'black and white' : 'real numbers';
}
