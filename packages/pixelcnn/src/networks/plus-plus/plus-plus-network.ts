import type { PixelNetwork, PixelOps, Rng } from '@genmodels/core';
import type { NormalizedLayer } from '../../layers/normalized-layer.ts';
import { shiftedConv2d } from '../../layers/shifted-conv2d.ts';
import type { NetworkSizes } from '../../network.ts';
import { FirstLayer } from './first-layer.ts';
import { Stage } from './stage.ts';
import type { Streams } from './streams.ts';

export interface PlusPlusSizes extends Omit<NetworkSizes, 'groups'> {
  readonly filters: number;
  /** Two-stream blocks of each resolution on the way down. */
  readonly blocks: number;
  /** How many sizes the features have, each half the one before. */
  readonly resolutions: number;
  readonly dropout: number;
}

/**
 * Figure 2 of Salimans et al. 2017 (1701.05517): down to half the size and half again, and back up, where each block takes a short-cut
 * from its counterpart, the last first. With two blocks and two resolutions:
 *
 *     down    first  block  block   half  block  block      all but the last are remembered
 *     up      block  block  block   double  block  block    from right to left
 */
export class PlusPlusNetwork implements PixelNetwork {
  readonly first: FirstLayer;
  readonly down: readonly Stage[];
  readonly up: readonly Stage[];
  readonly output: NormalizedLayer;

  constructor({ channels, parameters, blocks, resolutions, ...common }: PlusPlusSizes, rng: Rng) {
    const { filters } = common;
    const levels = Array.from({ length: resolutions }, (_, level) => ({ ...common, level, scale: 2 ** level }));
    this.first = new FirstLayer(channels, filters, rng.fork('first'));
    this.down = levels.map(({ level, ...options }) => {
      const resampling = level === 0 ? 'none' : 'half';
      return new Stage({ ...options, resampling, blocks, shortcut: false }, rng.fork('down').fork(level));
    });
    this.up = [...levels].reverse().map(({ level, ...options }) => {
      const place =
        level === resolutions - 1
          ? ({ resampling: 'none', blocks } as const)
          : ({ resampling: 'double', blocks: blocks + 1 } as const);
      return new Stage({ ...options, ...place, shortcut: true }, rng.fork('up').fork(level));
    });
    this.output = shiftedConv2d(
      { inputs: filters, filters: parameters, stream: 'before', kernelSize: [1, 1] },
      rng.fork('output'),
    );
  }

  apply<T>(ops: PixelOps<T>, x: T, condition?: T): T {
    let streams = this.first.apply(ops, x); // [batch, height, width, filters] each
    const remembered = [streams];
    const remember = (next: Streams<T>) => {
      streams = next;
      remembered.push(next);
    };
    for (const { resampling, blocks } of this.down) {
      if (resampling) remember(resampling.apply(ops, streams));
      for (const block of blocks) remember(block.apply(ops, streams, condition));
    }
    remembered.pop(); // where it turns
    for (const { resampling, blocks } of this.up) {
      if (resampling) streams = resampling.apply(ops, streams);
      for (const block of blocks) streams = block.apply(ops, streams, condition, remembered.pop());
    }
    return ops.apply(this.output, ops.activate(streams.before, 'elu')); // [batch, height, width, parameters]
  }
}
