import { decodePicture } from '../../../src/image-folder/decode/decode-picture.ts';
import { holds } from './holds.ts';

/** Decodes a file as imageFolder() does by default. */
export async function readPicture(file: Uint8Array<ArrayBuffer>): Promise<void> {
  const { width, height, channels, data } = await decodePicture(file, { name: 'fuzz', largestSide: 4096 });
  holds([1, 3, 4].includes(channels), 'it has 1, 3 or 4 channels');
  holds(data.length === width * height * channels && data.length > 0, 'its size counts its bytes');
}
