import type { Picture } from '../../../pictures/picture.ts';
import { ensure } from '../damage.ts';
import type { PngHeader } from './header.ts';
import type { Samples } from './samples.ts';

/** A picture from samples of any depth. `clear` (tRNS) is the one colour that is transparent, two bytes a sample. */
export function fromSamples(samples: Samples, header: PngHeader, clear?: Uint8Array): Picture {
  const { width, height } = header;
  const bytes = toBytes(samples, header.depth);
  if (clear === undefined && header.samples !== 2) return { width, height, channels: header.samples, data: bytes };
  const colors = header.samples < 3 ? 1 : 3;
  const opacityOf = clear === undefined ? (pixel: number) => bytes[pixel * 2 + 1]! : keyed(samples, readKey(clear, colors));
  const data = new Uint8Array(width * height * 4);
  for (let pixel = 0; pixel < width * height; pixel++) {
    for (let c = 0; c < 3; c++) data[4 * pixel + c] = bytes[pixel * header.samples + (c % colors)]!;
    data[4 * pixel + 3] = opacityOf(pixel);
  }
  return { width, height, channels: 4, data };
}

function toBytes(samples: Samples, depth: number): Uint8Array {
  if (depth === 8) return samples as Uint8Array;
  const scale = 255 / (2 ** depth - 1);
  const bytes = new Uint8Array(samples.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Math.round(samples[i]! * scale);
  return bytes;
}

/** A pixel of the key's colour is transparent, any other opaque. */
function keyed(samples: Samples, key: readonly number[]): (pixel: number) => number {
  return (pixel) => (key.every((sample, c) => samples[pixel * key.length + c] === sample) ? 0 : 255);
}

function readKey(bytes: Uint8Array, colors: number): number[] {
  ensure(bytes.length === 2 * colors, 'its transparent colour has the wrong length');
  return Array.from({ length: colors }, (_, c) => (bytes[2 * c]! << 8) | bytes[2 * c + 1]!);
}
