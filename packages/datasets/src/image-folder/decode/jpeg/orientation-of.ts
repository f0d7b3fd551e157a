import { type Orientation, readOrientation } from '../orientation.ts';
import { startsWith } from './colors.ts';
import { marker, type Segment } from './segments.ts';

/** How the camera was held, where the file has Exif data. */
export function orientationOf(segments: readonly Segment[]): Orientation {
  const exif = segments.find(({ marker: code, data }) => code === marker.exif && startsWith(data, 'Exif\0\0'));
  return readOrientation(exif?.data.subarray(6));
}
