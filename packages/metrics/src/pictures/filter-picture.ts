import type { PictureSize } from './picture-pairs.ts';

/** The weighted mean around every place where the whole window lies in the picture [height, width, channels], each channel alone. */
export function filterPicture(
  picture: Float64Array,
  { height, width, channels }: PictureSize,
  window: Float64Array,
): Float64Array {
  const row = (width - window.length + 1) * channels; // numbers of a filtered row
  const filtered = new Float64Array(height * row);
  for (let y = 0; y < height; y++)
    filter(picture.subarray(y * width * channels), channels, window, filtered.subarray(y * row, (y + 1) * row));
  return filter(filtered, row, window, new Float64Array((height - window.length + 1) * row));
}

/** out[i] = the sum of window[k] values[i + k stride]: a stride of one pixel goes along a row, of one row down the columns. */
function filter(values: Float64Array, stride: number, window: Float64Array, out: Float64Array): Float64Array {
  for (let k = 0; k < window.length; k++) {
    const weight = window[k]!;
    for (let i = 0; i < out.length; i++) out[i]! += weight * values[i + k * stride]!;
  }
  return out;
}
