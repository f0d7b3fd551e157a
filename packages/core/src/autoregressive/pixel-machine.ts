/** Computes the parameters of the pixels of some images at once, pixel by pixel, in raster order. */
export interface PixelMachine {
  /** Bytes of what it remembers of the images. */
  readonly bytes: number;
  /** Computes what can be known of a row before its pixels. Called before the first of them. */
  startRow(row: number): void;
  /** The parameters of a pixel, [images, parameters], in an array that the next call overwrites. */
  parameters(row: number, column: number): Float32Array | Promise<Float32Array>;
  /** Says what the pixel is, or its colours up to now: [images, channels]. */
  setPixel(row: number, column: number, values: ArrayLike<number>): void;
  dispose(): void;
}
