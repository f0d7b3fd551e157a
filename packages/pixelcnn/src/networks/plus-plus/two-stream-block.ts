import type { PixelOps, Rng } from '@genmodels/core';
import { GatedBlock, type GatedBlockOptions } from './gated-block.ts';
import type { Streams } from './streams.ts';

export interface TwoStreamBlockOptions extends Omit<GatedBlockOptions, 'stream' | 'aside'> {
  /** Whether it takes a short-cut from an earlier block. */
  readonly shortcut: boolean;
}

/** A gated block for each stream. The first feeds the second, and a short-cut feeds both. */
export class TwoStreamBlock {
  readonly above: GatedBlock;
  readonly before: GatedBlock;

  constructor({ shortcut, ...options }: TwoStreamBlockOptions, rng: Rng) {
    const { filters } = options;
    this.above = new GatedBlock({ ...options, stream: 'above', aside: shortcut ? filters : 0 }, rng.fork('above'));
    this.before = new GatedBlock({ ...options, stream: 'before', aside: shortcut ? 2 * filters : filters }, rng.fork('before'));
  }

  apply<T>(ops: PixelOps<T>, streams: Streams<T>, condition?: T, shortcut?: Streams<T>): Streams<T> {
    const above = this.above.apply(ops, streams.above, shortcut?.above, condition);
    const aside = shortcut ? ops.concat([above, shortcut.before]) : above;
    return { above, before: this.before.apply(ops, streams.before, aside, condition) };
  }
}
