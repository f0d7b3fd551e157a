import { check, show } from '@genmodels/core';
import type { DownloadOptions } from './download.ts';

export interface SplitOptions {
  /** The examples to train on, or those to test on. */
  readonly split: 'train' | 'test';
  /** The folder on disk that holds the files, gzipped or not (Node only). */
  readonly directory?: string;
}

/** Options of the data sets that can be downloaded: they are where neither `directory` nor GENMODELS_DATA_DIR has them. */
export interface RealDatasetOptions extends SplitOptions, DownloadOptions {}

export function checkSplit(split: unknown): asserts split is SplitOptions['split'] {
  check(split === 'train' || split === 'test', 'invalid-argument', () => `split must be 'train' or 'test', got ${show(split)}`);
}
