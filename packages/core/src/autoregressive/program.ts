import type { PixelActivation } from './pixel-ops.ts';

/**
 * A network as a list of instructions, each of which computes one pixel of one map from pixels that are there already. Maps are
 * numbered; a map keeps only the rows that a later pixel may still look at.
 */
export interface PixelProgram {
  readonly maps: readonly PixelMap[];
  /** In the order in which they run, within their phase. */
  readonly instructions: readonly Instruction[];
  /** The number of the map that holds the image. */
  readonly image: number;
  /** The number of the map that holds the condition, if the network has one. */
  readonly condition?: number;
  /** The number of the map that holds the network's output. */
  readonly output: number;
}

export interface PixelMap {
  readonly channels: number;
  /** How many of the image's pixels one of its pixels is wide and high: 1, 2, 4. */
  readonly scale: number;
  readonly phase: Phase;
  /** Rows kept, the current one included; 0 for the current pixel alone. */
  readonly rows: number;
}

/**
 * When a pixel of a map can be computed: once, since it is the same for all pixels; when the rows above are there, for a whole row
 * at a time; when the pixels before it are there; or when the image's own pixel is there too, as what is made of all of that.
 */
export type Phase = 'once' | 'row' | 'pixel' | 'image';

export type Instruction = Convolve | Activate | Affine | Combine | Concat | Slice | Shift | Recur;

/** From map to map, in that phase. */
interface Computed<Op extends string> {
  readonly op: Op;
  readonly phase: Phase;
  readonly output: number;
}

export interface Convolve extends Computed<'convolve'> {
  readonly input: number;
  /** One list, or of a transposed convolution one for each place in a block of stride x stride pixels, row by row. */
  readonly taps: readonly (readonly Tap[])[];
  /** How many of the output's pixels one of the input's is wide (transposed), and the other way round. */
  readonly grow: number;
  readonly shrink: number;
  /** [filters], without -0: so no sum is ever -0, and adding 0 changes none. */
  readonly bias: Float32Array;
  readonly activation?: PixelActivation;
}

/** A pixel that an output looks at, and what it counts: [inputs, filters]. */
export interface Tap {
  readonly row: number;
  readonly column: number;
  readonly weights: Float32Array;
}

export interface Activate extends Computed<'activate'> {
  readonly input: number;
  readonly activation: PixelActivation;
}

export interface Affine extends Computed<'affine'> {
  readonly input: number;
  readonly scale: number;
  readonly offset: number;
}

export interface Combine extends Computed<'add' | 'multiply'> {
  readonly inputs: readonly [number, number];
}

export interface Concat extends Computed<'concat'> {
  readonly inputs: readonly number[];
}

export interface Slice extends Computed<'slice'> {
  readonly input: number;
  readonly begin: number;
}

/** The input's pixel `row` rows and `column` columns away. */
export interface Shift extends Computed<'shift'> {
  readonly input: number;
  readonly row: number;
  readonly column: number;
}

export interface Recur extends Computed<'recur'> {
  readonly gates: number;
  /** The map of the cells' contents; `output` is that of the hidden states. */
  readonly cells: number;
  readonly taps: readonly Tap[];
  readonly cell: readonly [row: number, column: number];
  /** True where a state depends on pixels to its right: computed from right to left, of the row before the current one. */
  readonly backwards: boolean;
}
