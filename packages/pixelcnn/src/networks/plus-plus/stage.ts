import type { Rng } from '@genmodels/core';
import { Resampling } from './resampling.ts';
import { TwoStreamBlock, type TwoStreamBlockOptions } from './two-stream-block.ts';

export interface StageOptions extends TwoStreamBlockOptions {
  readonly blocks: number;
  /** What comes before the blocks. */
  readonly resampling: 'half' | 'double' | 'none';
}

/** The blocks of one resolution, and how the streams come to it. */
export class Stage {
  readonly resampling: Resampling | null;
  readonly blocks: readonly TwoStreamBlock[];

  constructor({ blocks, resampling, ...options }: StageOptions, rng: Rng) {
    this.resampling = resampling === 'none' ? null : new Resampling(resampling, options.filters, rng.fork('resampling'));
    this.blocks = Array.from({ length: blocks }, (_, i) => new TwoStreamBlock(options, rng.fork('blocks').fork(i)));
  }
}
