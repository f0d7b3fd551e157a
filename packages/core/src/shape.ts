interface Shaped {
  readonly dtype: string;
  readonly shape: readonly number[];
}

/** A tensor's type and shape, for a message: "float32 [2, 3]". */
export function describeTensor(tensor: Shaped | undefined): string {
  return tensor?.shape ? `${tensor.dtype} [${tensor.shape.join(', ')}]` : 'no tensor';
}

/** Numbers in a tensor of this shape. (`tf.util` has it too, but brings 5 kB of string hashing into a bundle.) */
export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((size, length) => size * length, 1);
}

export function equalShapes(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((length, axis) => length === b[axis]);
}
