import type { Picture } from '../../pictures/picture.ts';
import { ensure, ensureSupported } from './damage.ts';
import { ensureSides } from './largest-side.ts';
import { orient } from './orient.ts';
import { readOrientation } from './orientation.ts';
import { fromSamples } from './png/channels.ts';
import { type Chunk, readChunks } from './png/chunks.ts';
import { readHeader } from './png/header.ts';
import { inflate } from './png/inflate.ts';
import { fromPalette } from './png/palette.ts';
import { countBytes, readSamples } from './png/samples.ts';

/**
 * The pixels of a PNG file (ISO/IEC 15948): every depth, palettes, transparency, interlaced or not; of an animation the still picture.
 * 16 bits are rounded to 8. Gamma and colour profiles are left alone, as networks are trained on the numbers in the file.
 */
export async function decodePng(bytes: Uint8Array<ArrayBuffer>, largestSide: number): Promise<Picture> {
  const chunks = readChunks(bytes);
  const header = readHeader(chunks[0]);
  ensureSides(header.width, header.height, largestSide);
  ensureSupported(chunks.every(isKnown), 'it has a part that PNG does not have');
  const packed = chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data);
  const samples = readSamples(await inflate(packed, countBytes(header)), header);
  const dataOf = (name: string) => chunks.find(({ type }) => type === name)?.data;
  const transparency = header.samples % 2 === 1 ? dataOf('tRNS') : undefined;
  const picture = header.hasPalette
    ? fromPalette(samples, header, dataOf('PLTE'), transparency)
    : fromSamples(samples, header, transparency);
  return orient(picture, readOrientation(dataOf('eXIf')));
}

/** A capital first letter says that a reader must know the chunk (PNG, 5.4). */
function isKnown({ type }: Chunk, index: number): boolean {
  if (type === 'IHDR') ensure(index === 0, 'it has two headers');
  return ['IHDR', 'PLTE', 'IDAT', 'IEND'].includes(type) || /^[a-z]/.test(type);
}
