import type { PngHeader } from '../../../src/image-folder/decode/png/header.ts';
import { countBytes } from '../../../src/image-folder/decode/png/samples.ts';
import { joinPng, pngPart } from './png-chunks.ts';

const depths = { 0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16] } as const;
const colors = [0, 2, 3, 4, 6] as const;
type Color = (typeof colors)[number];
const samplesOf = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 } as const;

/** Pictures of every depth and colour, interlaced or not. */
export function pngSamples(): Uint8Array[] {
  const kinds = colors.flatMap((color) => depths[color].map((depth) => ({ color, depth })));
  return kinds.flatMap((kind) => [0, 1].map((interlace) => png({ ...kind, interlace })));
}

function png({ color, depth, interlace }: { color: Color; depth: number; interlace: number }): Uint8Array {
  const [width, height] = depth === 8 ? [23, 17] : [7, 5];
  const header = { width, height, depth, samples: samplesOf[color], hasPalette: color === 3, interlaced: interlace === 1 };
  const ihdr = Uint8Array.of(0, 0, 0, width, 0, 0, 0, height, depth, color, 0, 0, interlace);
  return joinPng([
    pngPart('IHDR', ihdr),
    ...between(color, depth),
    pngPart('IDAT', rows(header)),
    pngPart('IEND', new Uint8Array()),
  ]);
}

/** Any bytes are pixels; those that name filters must be 0 to 4, and here all may be. */
function rows(header: PngHeader): Uint8Array {
  return Uint8Array.from({ length: countBytes(header) }, (_, i) => (i * i * 7 + (i >> 4)) % 5);
}

/** A palette with opacities; a transparent colour; the way that a camera was held. */
function between(color: Color, depth: number): Uint8Array[] {
  const exif = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0];
  const palette = Uint8Array.from({ length: 3 * 2 ** depth }, (_, i) => i * 89);
  if (color === 3) return [pngPart('PLTE', palette), pngPart('tRNS', Uint8Array.of(0, 128))];
  if (color === 4 || color === 6) return [pngPart('eXIf', Uint8Array.from(exif))];
  return depth === 16 ? [pngPart('tRNS', new Uint8Array(color === 0 ? 2 : 6))] : [];
}
