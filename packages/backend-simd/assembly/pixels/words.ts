// The program as words, which core's autoregressive/encode/ writes: first the maps, then the instructions. All offsets count bytes.

/** What every instruction begins with. */
@unmanaged
export class Instruction {
  operation: i32;
  /** Words, these included: the next instruction follows. */
  length: i32;
  /** How many of the image's pixels one of the output's is wide and high. */
  scale: i32;
  output: i32;
  input: i32;
}

export const CONVOLVE: i32 = 0;
export const ACTIVATE: i32 = 1;
export const AFFINE: i32 = 2;
export const ADD: i32 = 3;
export const MULTIPLY: i32 = 4;
export const COPY: i32 = 5;
export const RECUR: i32 = 6;

@unmanaged
export class Convolve extends Instruction {
  activation: i32;
  /** Output pixels an input pixel is wide, and input pixels an output pixel is. */
  grow: i32; shrink: i32;
  filters: i32;
  /** From the first weight, the bias: as many numbers as there are in whole panels. */
  bias: usize;
  /** Then, for each place in a block of grow x grow pixels, the offset from here of its `Taps`. */
}

/** The pixels that an output looks at, and their weights in panels of 8 filters: [panels, taps x inputs, 8]. */
@unmanaged
export class Taps {
  count: i32;
  /** From the first weight. */
  weights: usize;
  /** Then row and column of each, from the own pixel. */
}

@unmanaged
export class Activate extends Instruction {
  activation: i32;
}

@unmanaged
export class Affine extends Instruction {
  scaleBy: f32; offset: f32;
}

@unmanaged
export class Combine extends Instruction {
  right: i32;
}

/** Channels of the input's pixel `row` rows and `column` columns away; zeros beside the image. */
@unmanaged
export class Copy extends Instruction {
  from: i32; to: i32; count: i32;
  row: i32; column: i32;
}

/** `input` is the map of the gates, `output` that of the hidden states. */
@unmanaged
export class Recur extends Instruction {
  cells: i32;
  cellRow: i32; cellColumn: i32;
  /** Whether it goes from right to left along the row before. */
  backwards: i32;
  /** Then its `Taps`. */
}

@unmanaged
export class PixelMap {
  /** From the image's first number. */
  base: usize;
  /** Rows kept; 0 where only the current pixel is. */
  rows: i32;
  width: i32;
  channels: i32;
}
