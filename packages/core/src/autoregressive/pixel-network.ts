import type { PixelOps } from './pixel-ops.ts';

/** A network in the vocabulary of `PixelOps`. */
export interface PixelNetwork {
  /**
   * From the image, [.., channels], to the parameters of its pixels, [.., parameters]. `condition` is a map of the same size, or of
   * a single pixel.
   */
  apply<T>(ops: PixelOps<T>, x: T, condition?: T): T;
}
