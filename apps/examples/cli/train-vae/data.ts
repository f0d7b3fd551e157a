import { createRng, type DataSpec } from '@genmodels/core';
import { type Dataset, digits, mnist } from '@genmodels/datasets';
import type { TrainVaeOptions } from './options.ts';

/** Three parts that share no image. */
export interface TrainingData {
  /** As a text calls it: 'procedural digits'. */
  readonly name: string;
  /** What a pixel is, and how it came to be: 'dynamic binarization'. */
  readonly pixels: string;
  readonly spec: DataSpec;
  readonly train: Dataset;
  /** Watched during training. */
  readonly validation: Dataset;
  /** Looked at once, at the end. */
  readonly test: Dataset;
}

/** As a text calls them. */
export const dataNames = { digits: 'procedural digits', mnist: 'MNIST digits' } as const;

type DataOptions = Pick<TrainVaeOptions, 'data' | 'size' | 'binarize' | 'seed'>;

/** Draws the digits, or reads MNIST; 5,000 of its training images, chosen at random, become the validation images. */
export async function loadData(options: DataOptions): Promise<TrainingData> {
  const parts = options.data === 'digits' ? drawDigits(options) : await readMnist(options);
  const [train, validation, test] = parts.map((part, i) => binarize(part, i, options)) as [Dataset, Dataset, Dataset];
  const pixels = options.binarize === 'none' ? '256 grey levels' : `${options.binarize} binarization`;
  return { name: dataNames[options.data], pixels, spec: train.spec, train, validation, test };
}

/** To train, to validate, to test. */
type Parts = readonly Dataset[];

function drawDigits({ size, seed }: DataOptions): Parts {
  return digits({ count: size + 2000, seed }).split([size, 1000, 1000], { seed });
}

async function readMnist({ seed }: DataOptions): Promise<Parts> {
  const train = await mnist({ split: 'train' });
  return [...train.split([55_000, 5000], { seed }), await mnist({ split: 'test' })];
}

/** Only training images are drawn anew in every batch: a figure must not change because it was looked at twice. */
function binarize(part: Dataset, index: number, { binarize: mode, seed }: DataOptions): Dataset {
  if (mode === 'none') return part;
  return part.binarize(index === 0 ? mode : 'static', { seed: createRng(seed).fork('binarize').fork(index).nextWord() });
}
