import { GenmodelsError } from '@genmodels/core';
import type { Picture } from '../../pictures/picture.ts';
import { decodeWithBrowser, hasBrowserDecoder } from './browser-jpeg.ts';
import { Damage, ensureSupported } from './damage.ts';
import { isJpeg } from './jpeg/segments.ts';
import { isPng } from './png/chunks.ts';

export interface DecodeOptions {
  /** What errors call the file. */
  readonly name: string;
  /** The most pixels across or down. */
  readonly largestSide: number;
}

/**
 * The pixels of a PNG or JPEG file, whatever its name ends in. Rejects with 'corrupt-file' where it is damaged or cut short, and
 * 'incompatible-file' where it is too large or of another kind.
 */
export async function decodePicture(bytes: Uint8Array<ArrayBuffer>, { name, largestSide }: DecodeOptions): Promise<Picture> {
  try {
    return await decode(bytes, largestSide);
  } catch (error) {
    if (error instanceof Damage)
      throw new GenmodelsError(error.code, `${name} cannot be decoded: ${error.message}`, { cause: error });
    throw error;
  }
}

/** Decoders are loaded where they are needed. */
async function decode(bytes: Uint8Array<ArrayBuffer>, largestSide: number): Promise<Picture> {
  if (isPng(bytes)) return (await import('./png.ts')).decodePng(bytes, largestSide);
  ensureSupported(isJpeg(bytes), 'it does not begin like a PNG or JPEG file');
  if (hasBrowserDecoder()) return decodeWithBrowser(bytes, largestSide);
  return (await import('./jpeg.ts')).decodeJpeg(bytes, largestSide);
}
