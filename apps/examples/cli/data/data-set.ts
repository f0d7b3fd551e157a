import type { Dataset, PointsDensity } from '@genmodels/datasets';

/** What a report calls the examples. */
export type ExampleWord = 'images' | 'points' | 'series';

/** What a data set is loaded with. */
export interface LoadOptions {
  /** Examples to train on, where a program draws them. */
  readonly size: number;
  readonly seed: number;
  /** The folder of pictures, for `folder`. */
  readonly folder: string;
  /** Pixels along each side of the pictures of a folder. */
  readonly side: number;
  readonly signal: AbortSignal;
  /** Called while bytes come in; `total` is unknown where the sender does not say it. */
  onProgress?(done: number, total: number | undefined): void;
}

/** Three parts that share no example. */
export interface DataParts {
  readonly train: Dataset;
  /** Watched during training. */
  readonly validation: Dataset;
  /** Looked at once, at the end. */
  readonly test: Dataset;
}

/** A data set that the command line knows by its name. */
export interface DataSet {
  /** As a text calls it: 'procedural digits'. */
  readonly title: string;
  readonly examples: ExampleWord;
  load(options: LoadOptions): Promise<DataParts>;
  /** Whether our classifier of pictures of this size has learned just these classes. @default false */
  readonly recognised?: boolean;
  /** What is true of points in the plane. */
  density?(): PointsDensity;
}
