import { Instruction, PixelMap } from './words';

/** Images that a thread goes through at once: as many as a tile has rows. PixelSteps of src/kernels/pixels/ says the same. */
export const IMAGES: usize = 4;

/** Those images, the pixel where they are, and scratch memory. */
@unmanaged
export class Group {
  program: usize; weights: usize;
  /** The first image's first number, the bytes from image to image, and the images. */
  state: usize; step: usize; count: i32;
  /** In the output's own rows and columns. */
  row: i32; column: i32;
  /** Copies of the numbers that sums are made of, `gatherStep` bytes an image, and the sums, `sumsStep` bytes an image. */
  gathered: usize; gatherStep: usize;
  sums: usize; sumsStep: usize;
  /** Where the numbers that sums are made of are, for each image. */
  row0: usize; row1: usize; row2: usize; row3: usize;
}

/** Bytes of a group's record, on a multiple of 16. */
const RECORD: usize = 64;

/** Bytes of scratch that a thread needs for sums of `depth` numbers, `filters` at a time. */
export function pixelScratch(depth: i32, filters: i32): usize {
  return RECORD + IMAGES * (gatherBytes(depth) + sumBytes(filters));
}

/** A group in a thread's scratch, which knows only that. */
export function groupIn(scratch: usize, depth: i32, filters: i32): Group {
  const group = changetype<Group>(scratch);
  group.gathered = scratch + RECORD; group.gatherStep = gatherBytes(depth);
  group.sums = group.gathered + IMAGES * group.gatherStep; group.sumsStep = sumBytes(filters);
  return group;
}

/** Room for whole vectors behind the last number. */
@inline
function gatherBytes(depth: i32): usize {
  return ((<usize>depth << 2) + 31) & ~15;
}

/** Whole panels. */
@inline
function sumBytes(filters: i32): usize {
  return ((<usize>filters << 2) + 31) & ~31;
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
