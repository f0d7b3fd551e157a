import type { Picture } from '../../../pictures/picture.ts';
import type { Frame } from './frame.ts';
import { marker, type Segment } from './segments.ts';

/** A picture from its components, each height x width bytes: grey, colours, or luminance and chrominance, or inks. */
export function toPicture(planes: readonly Uint8Array[], frame: Frame, segments: readonly Segment[]): Picture {
  const { width, height } = frame;
  if (planes.length === 1) return { width, height, channels: 1, data: planes[0]! };
  const [data, black] = [interleave(planes), planes[3]];
  const transform = readTransform(segments);
  if (isChrominance(frame, segments, transform)) fromChrominance(data);
  if (black !== undefined) applyBlack(data, black, transform === undefined);
  return { width, height, channels: 3, data };
}

function interleave([first, second, third]: readonly Uint8Array[]): Uint8ClampedArray {
  const data = new Uint8ClampedArray(3 * first!.length);
  for (let i = 0, to = 0; i < first!.length; i++) {
    data[to++] = first![i]!;
    data[to++] = second![i]!;
    data[to++] = third![i]!;
  }
  return data;
}

/** Adobe's note of what its components are: 0 colours or inks as they are, 1 or 2 luminance and chrominance (ITU T.872, 6.5.3). */
function readTransform(segments: readonly Segment[]): number | undefined {
  const adobe = segments.find(({ marker: code, data }) => code === marker.adobe && startsWith(data, 'Adobe'));
  return adobe?.data[11];
}

/** Without a note, three components are luminance and chrominance (JFIF), unless they are named R, G and B; four are inks. */
function isChrominance({ components }: Frame, segments: readonly Segment[], transform: number | undefined): boolean {
  if (transform !== undefined) return transform !== 0;
  if (components.length === 4) return false;
  const isJfif = segments.some(({ marker: code, data }) => code === marker.jfif && startsWith(data, 'JFIF'));
  return isJfif || String.fromCharCode(...components.map(({ id }) => id)) !== 'RGB';
}

/** In place (ITU T.871, 7), in whole numbers of 1 / 65536, as libjpeg does it. A Uint8ClampedArray keeps to 0 to 255. */
function fromChrominance(data: Uint8ClampedArray): void {
  for (let i = 0; i < data.length; i += 3) {
    const luminance = data[i]!;
    const blue = data[i + 1]! - 128;
    const red = data[i + 2]! - 128;
    data[i] = luminance + ((91881 * red + 32768) >> 16); // 1.402
    data[i + 1] = luminance + ((-22554 * blue - 46802 * red + 32768) >> 16); // 0.34414, 0.71414
    data[i + 2] = luminance + ((116130 * blue + 32768) >> 16); // 1.772
  }
}

/** Colours from the light that cyan, magenta and yellow leave, and black. What has Adobe's note stores the light, not the ink. */
function applyBlack(data: Uint8ClampedArray, black: Uint8Array, storesInk: boolean): void {
  const light = (byte: number) => (storesInk ? 255 - byte : byte);
  for (let i = 0; i < data.length; i++) data[i] = (light(data[i]!) * light(black[Math.floor(i / 3)]!)) / 255;
}

export function startsWith(data: Uint8Array, letters: string): boolean {
  return Array.from(letters).every((letter, i) => data[i] === letter.charCodeAt(0));
}
