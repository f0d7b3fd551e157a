import type { Picture } from '../../pictures/picture.ts';
import { Damage } from './damage.ts';
import { readFrame } from './jpeg/frame.ts';
import { readSegments } from './jpeg/segments.ts';

export function hasBrowserDecoder(): boolean {
  return typeof createImageBitmap === 'function' && typeof OffscreenCanvas === 'function';
}

/**
 * The pixels of a JPEG file by the browser's decoder, upright, without a change of colours. Its header is read first, so that nothing too large or
 * cut short gets there: it would paint grey what is missing. Browsers that disguise themselves may change the lowest bits.
 */
export async function decodeWithBrowser(bytes: Uint8Array<ArrayBuffer>, largestSide: number): Promise<Picture> {
  readFrame(readSegments(bytes), largestSide);
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }), {
    colorSpaceConversion: 'none',
    premultiplyAlpha: 'none',
    imageOrientation: 'from-image',
  }).catch(() => {
    throw new Damage('corrupt-file', 'the browser cannot decode it');
  });
  try {
    return readBitmap(bitmap);
  } finally {
    bitmap.close();
  }
}

function readBitmap(bitmap: ImageBitmap): Picture {
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })!;
  context.drawImage(bitmap, 0, 0);
  const pixels = context.getImageData(0, 0, width, height).data;
  const data = new Uint8Array(width * height * 3);
  for (let i = 0; i < data.length; i++) data[i] = pixels[i + Math.floor(i / 3)]!; // no opacity: it is 255
  return { width, height, channels: 3, data };
}
