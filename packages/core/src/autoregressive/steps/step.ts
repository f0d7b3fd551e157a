/** One instruction, ready to run on a state. */
export interface Step {
  /** How many of the image's pixels one of its output's is wide: it runs for every such row and column. */
  readonly scale: number;
  /** Computes one pixel of its output, in the output's own rows and columns, of the image whose numbers begin at `image`. */
  run(image: number, row: number, column: number): void;
  /** True where a row is computed from right to left, and is the one before the current. @default false */
  readonly backwards?: boolean;
}
