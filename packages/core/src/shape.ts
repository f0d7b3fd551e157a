/** Numbers in a tensor of this shape. (`tf.util` has it too, but brings 5 kB of string hashing into a bundle.) */
export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((size, length) => size * length, 1);
}

export function equalShapes(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((length, axis) => length === b[axis]);
}
