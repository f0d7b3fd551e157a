import type { Picture } from '../../pictures/picture.ts';
import { toPicture } from './jpeg/colors.ts';
import { readFrame } from './jpeg/frame.ts';
import { orientationOf } from './jpeg/orientation-of.ts';
import { readCoefficients } from './jpeg/read-coefficients.ts';
import { readSegments } from './jpeg/segments.ts';
import { upsample } from './jpeg/upsample.ts';
import { orient } from './orient.ts';

/**
 * The pixels of a JPEG file (ITU T.81, T.871): baseline, extended or progressive, Huffman-coded, 8 bits; grey, colours or inks.
 * The pixels are those of libjpeg, bit for bit. Damage that libjpeg paints grey is an error here: nobody should train on it.
 */
export function decodeJpeg(bytes: Uint8Array, largestSide: number): Picture {
  const segments = readSegments(bytes);
  const frame = readFrame(segments, largestSide);
  const planes = readCoefficients(segments, frame).map((plane) => upsample(plane, frame));
  return orient(toPicture(planes, frame, segments), orientationOf(segments));
}
