import type { DataSpec } from '@genmodels/core';
import { binarizePart } from '../data/binarize-part.ts';
import type { DataParts, ExampleWord, LoadOptions } from '../data/data-set.ts';
import { type DataName, dataSets } from '../data/data-sets.ts';
import { loadDataSet } from '../data/load-data.ts';
import type { Surroundings } from '../surroundings.ts';

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

/** The options of a run that say what is learned. */
export interface DataOptions extends Pick<LoadOptions, 'size' | 'seed' | 'folder' | 'side'> {
  readonly data: DataName;
  /** Pixels to 0 or 1; 'auto' for grey pictures. */
  readonly binarize: 'auto' | 'static' | 'dynamic' | 'none';
}

/** Draws the examples, or reads them, and makes their pixels black and white where that is asked for. */
export async function loadData(options: DataOptions, surroundings: Surroundings): Promise<TrainingData> {
  const { title, examples } = dataSets[options.data];
  const parts = await loadDataSet(options.data, options, surroundings);
  const mode = options.binarize === 'auto' ? suitedTo(parts.train.spec) : options.binarize;
  const train = binarizePart(parts.train, 'train', mode, options.seed);
  return {
    name: title,
    examples,
    values: mode === 'none' ? wordsFor(train.spec) : `${mode} binarization`,
    spec: train.spec,
    train,
    validation: binarizePart(parts.validation, 'validation', mode, options.seed),
    test: binarizePart(parts.test, 'test', mode, options.seed),
  };
}

type Mode = Exclude<DataOptions['binarize'], 'auto'>;

/** Grey pictures of ink are nearly black and white anyway. */
function suitedTo({ shape, domain }: DataSpec): Mode {
  return typeof domain === 'object' && shape.length === 3 && shape[2] === 1 ? 'dynamic' : 'none';
}

function wordsFor({ domain, shape }: DataSpec): string {
  if (typeof domain === 'object') return `${domain.levels} ${shape.at(-1) === 3 ? 'levels of each colour' : 'grey levels'}`;
  return domain === 'binary' ? 'black and white' : 'real numbers';
}
