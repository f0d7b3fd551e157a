import type { Domain } from '@genmodels/core';
import type { AnnotationOptions } from '../annotations.ts';

/** What every data set is told about its examples. */
export interface ExamplesOptions {
  /** Of one example: [height, width, channels], [time, channels] or [dimensions]. */
  readonly shape: readonly number[];
  readonly domain: Domain;
  /** What reports and errors call the data. @default 'data' */
  readonly name?: string;
}

export interface DatasetOptions extends ExamplesOptions, AnnotationOptions {
  /**
   * Example after example, each in the order of its shape (an image row by row, a pixel's channels together). Numbers of the
   * domain, or bytes: the numbers of its steps, so 0 to 255 stand for 0 to 1 in `{ levels: 256 }`, and 0 and 1 are 'binary'.
   */
  readonly values: Float32Array | Uint8Array;
}
