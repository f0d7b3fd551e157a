import type { PixelOps, Rng } from '@genmodels/core';
import type { NormalizedLayer } from '../../layers/normalized-layer.ts';
import { shiftedConv2d } from '../../layers/shifted-conv2d.ts';
import { shiftedConv2dTranspose } from '../../layers/shifted-conv2d-transpose.ts';
import type { Streams } from './streams.ts';

/** Both streams at half, or at twice, the rows and columns. */
export class Resampling {
  readonly above: NormalizedLayer;
  readonly before: NormalizedLayer;

  constructor(to: 'half' | 'double', filters: number, rng: Rng) {
    const layer = (stream: 'above' | 'before') => {
      const options = { inputs: filters, filters, stream };
      if (to === 'half') return shiftedConv2d({ ...options, stride: 2 }, rng.fork(stream));
      return shiftedConv2dTranspose(options, rng.fork(stream));
    };
    this.above = layer('above');
    this.before = layer('before');
  }

  apply<T>(ops: PixelOps<T>, { above, before }: Streams<T>): Streams<T> {
    return { above: ops.apply(this.above, above), before: ops.apply(this.before, before) };
  }
}
