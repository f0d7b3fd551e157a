import type { Picture } from '../../pictures/picture.ts';
import type { Orientation } from './orientation.ts';

/** Turns a picture upright: 2, 3 and 4 are mirrored across, turned by 180 degrees and mirrored down; 5 to 8 swap rows and columns too. */
export function orient(picture: Picture, orientation: Orientation): Picture {
  if (orientation === 1) return picture;
  const { width: across, height: down, channels } = picture;
  const turned = orientation >= 5;
  const [width, height] = turned ? [down, across] : [across, down];
  const flipX = [2, 3, 7, 8].includes(orientation);
  const flipY = [3, 4, 6, 7].includes(orientation);
  const data = new Uint8Array(picture.data.length);
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const column = turned ? y : x;
      const row = turned ? x : y;
      const from = (flipY ? down - 1 - row : row) * across + (flipX ? across - 1 - column : column);
      for (let c = 0; c < channels; c++) data[to++] = picture.data[from * channels + c]!;
    }
  }
  return { width, height, channels, data };
}
