/** How far apart two rows of numbers are: `width` of `a` from place i on, and as many of `b` from place j on. */
export interface CodeDistance {
  /** What grows with the distance, and is cheaper. */
  key(a: Float32Array, i: number, b: Float32Array, j: number, width: number): number;
  fromKey(key: number): number;
}

export const codeDistances = {
  euclidean: { key: squaredDistance, fromKey: Math.sqrt },
  cosine: { key: cosineDistance, fromKey: (key) => key },
} as const satisfies Record<string, CodeDistance>;

export type DistanceName = keyof typeof codeDistances;

function squaredDistance(a: Float32Array, i: number, b: Float32Array, j: number, width: number): number {
  let sum = 0;
  for (let at = 0; at < width; at++) {
    const gap = a[i + at]! - b[j + at]!;
    sum += gap * gap;
  }
  return sum;
}

/** The root of a product, not a product of roots: so that a row is at 0 from itself, exactly. */
function cosineDistance(a: Float32Array, i: number, b: Float32Array, j: number, width: number): number {
  let [product, squares, others] = [0, 0, 0];
  for (let at = 0; at < width; at++) {
    const [x, y] = [a[i + at]!, b[j + at]!];
    product += x * y;
    squares += x * x;
    others += y * y;
  }
  return Math.max(0, 1 - product / Math.sqrt(squares * others));
}
