import type { Phase } from '../program.ts';

/** A program for images of one size, as a kernel reads it: assembly/pixels/words.ts of backend-simd. Offsets count bytes. */
export interface EncodedProgram {
  /** The maps, then the lists of taps, then the instructions, phase by phase. */
  readonly words: Int32Array;
  /** Weights in panels of 8 filters, and biases; filters that are not there are zeros. */
  readonly weights: Float32Array;
  readonly phases: Readonly<Record<Phase, EncodedPhase>>;
  /** Numbers an image. */
  readonly size: number;
  /** The most numbers that any sum is made of. */
  readonly depth: number;
  /** The most sums of an instruction. */
  readonly filters: number;
}

export interface EncodedPhase {
  /** Where the first of its instructions begins, and where the last ends. */
  readonly from: number;
  readonly to: number;
  /** Columns that it runs along; 0 for a single pixel. */
  readonly width: number;
}
