import { encode } from 'fast-png';
import type { Picture } from './picture.ts';

/** The bytes of a PNG file (ISO/IEC 15948), 8 bits a channel, without loss. */
export function toPng({ width, height, channels, data }: Picture): Uint8Array {
  return encode({ width, height, channels, data, depth: 8 });
}
