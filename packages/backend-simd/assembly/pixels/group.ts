import { Instruction, PixelMap } from './words';

/** The images that a thread goes through at once, the pixel where it is, and its scratch memory. */
@unmanaged
export class Group {
  program: usize; weights: usize;
  /** The first image's first number, the bytes from image to image, and the images. */
  state: usize; step: usize; count: i32;
  /** In the output's own rows and columns. */
  row: i32; column: i32;
  /** Addresses of what the sums are made of, an image each. */
  rows: usize;
  /** Copies of it, `gatherStep` bytes an image, and the sums, `sumsStep` bytes an image. */
  gathered: usize; gatherStep: usize;
  sums: usize; sumsStep: usize;
}

@inline
export function mapOf(group: Group, number: i32): PixelMap {
  return changetype<PixelMap>(group.program + <usize>number * offsetof<PixelMap>());
}

/** The first image's pixel. The same of the other images follows every `step` bytes. */
export function placeOf(group: Group, map: PixelMap, row: i32, column: i32): usize {
  const pixel = map.rows == 0 ? 0 : (row % map.rows) * map.width + column;
  return group.state + map.base + ((<usize>(pixel * map.channels)) << 2);
}

/** The first image's pixel, or 0 beside the image. */
export function lookAt(group: Group, map: PixelMap, row: i32, column: i32): usize {
  return row < 0 || column < 0 || column >= map.width ? 0 : placeOf(group, map, row, column);
}

@inline
export function inputOf(group: Group, instruction: Instruction): usize {
  return placeOf(group, mapOf(group, instruction.input), group.row, group.column);
}

@inline
export function outputOf(group: Group, instruction: Instruction): usize {
  return placeOf(group, mapOf(group, instruction.output), group.row, group.column);
}
