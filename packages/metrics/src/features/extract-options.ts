import type { Extractor } from './extractor.ts';

export interface ExtractOptions {
  readonly extractor: Extractor;
  /** What the examples are called. @default the name of the data set */
  readonly data?: string;
  /** 'train', 'test', ... */
  readonly split?: string;
  /** Examples computed at once: the bound on memory. @default what the extractor says, or 100 */
  readonly batchSize?: number;
  readonly signal?: AbortSignal;
  onProgress?(done: number): void;
}
