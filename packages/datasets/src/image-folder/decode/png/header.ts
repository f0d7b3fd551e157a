import { ensure, ensureSupported } from '../damage.ts';
import type { Chunk } from './chunks.ts';

/** What the pixels of a PNG are (PNG, 11.2.1). */
export interface PngHeader {
  readonly width: number;
  readonly height: number;
  /** Bits of a sample: 1, 2, 4, 8 or 16. */
  readonly depth: number;
  /** Samples of a pixel: 1 grey or the number of a colour, 2 grey and opacity, 3 colour, 4 colour and opacity. */
  readonly samples: 1 | 2 | 3 | 4;
  readonly hasPalette: boolean;
  readonly interlaced: boolean;
}

export function readHeader(chunk: Chunk | undefined): PngHeader {
  ensure(chunk?.type === 'IHDR' && chunk.data.length === 13, 'it does not begin with a header');
  const { data } = chunk;
  const view = new DataView(data.buffer, data.byteOffset, 13);
  const [depth = 0, color = 0, compression, filter, interlace = 0] = data.subarray(8);
  ensureSupported(compression === 0 && filter === 0 && interlace <= 1, 'its header names a method that PNG does not have');
  ensure(depthsOf(color).includes(depth), `its header pairs the colour type ${color} with ${depth} bits`);
  return {
    width: view.getUint32(0),
    height: view.getUint32(4),
    depth,
    samples: ({ 2: 3, 4: 2, 6: 4 } as const)[color] ?? 1,
    hasPalette: color === 3,
    interlaced: interlace === 1,
  };
}

/** PNG, table 11.1. */
function depthsOf(color: number): readonly number[] {
  if (color === 0) return [1, 2, 4, 8, 16];
  if (color === 3) return [1, 2, 4, 8];
  return [2, 4, 6].includes(color) ? [8, 16] : [];
}
