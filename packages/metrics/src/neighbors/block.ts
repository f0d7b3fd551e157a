import type { Features } from '../features/features.ts';
import type { Space } from './space.ts';

/** Some rows of a set in a space, rounded to float32. */
export interface Block {
  /** The number of its first row in the set. */
  readonly first: number;
  readonly count: number;
  /** [count, width] */
  readonly values: Float32Array;
  /** |row|^2 of the rounded rows. */
  readonly squares: Float64Array;
}

/** The rows of a set in blocks of `size`, the last one smaller where they do not divide. */
export function* blocksOf(features: Features, space: Space, size: number): Generator<Block> {
  for (let first = 0; first < features.length; first += size)
    yield blockOf(features, space, first, Math.min(size, features.length - first));
}

function blockOf({ values, width }: Features, { centre, scale }: Space, first: number, count: number): Block {
  const block = { first, count, values: new Float32Array(count * width), squares: new Float64Array(count) };
  for (let row = 0; row < count; row++) {
    let square = 0;
    for (let i = 0; i < width; i++) {
      const value = Math.fround((values[(first + row) * width + i]! - centre[i]!) * scale);
      block.values[row * width + i] = value;
      square += value * value;
    }
    block.squares[row] = square;
  }
  return block;
}
