/** How many elements a tensor of this shape has. */
export function product(sizes: readonly number[]): number {
  return sizes.reduce((all, size) => all * size, 1);
}

/** All index tuples below these sizes, the last axis fastest. */
export function positions(sizes: readonly number[]): number[][] {
  return sizes.reduce<number[][]>(
    (found, size) => found.flatMap((position) => Array.from({ length: size }, (_, i) => [...position, i])),
    [[]],
  );
}

/** A shape with one size changed. */
export function resized(shape: readonly number[], axis: number, size: number): number[] {
  return shape.map((each, i) => (i === axis ? size : each));
}

/** The order of axes that undoes this one. */
export function inverse(order: readonly number[]): number[] {
  return order.map((_, axis) => order.indexOf(axis));
}
