/** Where the command line writes: `process.stdout`, or anything like it. */
export type Output = NodeJS.WritableStream & {
  readonly isTTY?: boolean;
  /** Width of the terminal in characters. */
  readonly columns?: number;
  /** False where NO_COLOR is set or the terminal has none. */
  hasColors?(): boolean;
};
