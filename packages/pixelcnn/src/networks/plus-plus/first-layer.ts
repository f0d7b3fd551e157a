import type { PixelOps, Rng } from '@genmodels/core';
import type { NormalizedLayer } from '../../layers/normalized-layer.ts';
import { shiftedConv2d } from '../../layers/shifted-conv2d.ts';
import type { Streams } from './streams.ts';

/**
 * From the image to the streams. The image itself is shifted, so that no pixel x sees itself:
 *
 *     above   o o o      before   o o o   and   o .
 *             o o o                 x           o x
 *               x
 */
export class FirstLayer {
  readonly above: NormalizedLayer;
  readonly row: NormalizedLayer;
  readonly column: NormalizedLayer;

  constructor(channels: number, filters: number, rng: Rng) {
    const inputs = channels + 1;
    this.above = shiftedConv2d({ inputs, filters, stream: 'above' }, rng.fork('above'));
    this.row = shiftedConv2d({ inputs, filters, stream: 'above', kernelSize: [1, 3] }, rng.fork('row'));
    this.column = shiftedConv2d({ inputs, filters, stream: 'before', kernelSize: [2, 1] }, rng.fork('column'));
  }

  apply<T>(ops: PixelOps<T>, image: T): Streams<T> {
    const inside = ops.affine(ops.slice(image, 0, 1), 0, 1); // ones, as beside the image are zeros, and black is -1
    const x = ops.concat([ops.affine(image, 2, -1), inside]); // [batch, height, width, channels + 1]
    const down = ops.shiftDown(x);
    const before = ops.add(ops.apply(this.row, down), ops.apply(this.column, ops.shiftRight(x)));
    return { above: ops.apply(this.above, down), before }; // [batch, height, width, filters] each
  }
}
