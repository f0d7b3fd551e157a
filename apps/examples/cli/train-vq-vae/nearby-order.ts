type Vector = ArrayLike<number>;

/**
 * An order of vectors in which those with near numbers are near: the halves are apart along the direction in which the vectors vary
 * most, the quarters along that of each half, and so on. Gives the indices in that order.
 */
export function nearbyOrder(vectors: readonly Vector[], indices: readonly number[] = vectors.map((_, i) => i)): number[] {
  if (indices.length <= 1) return [...indices];
  const along = mainDirection(indices.map((i) => vectors[i]!));
  const sorted = indices.map((index) => ({ index, place: dot(vectors[index]!, along) })).sort(byPlace);
  const order = sorted.map(({ index }) => index);
  const half = Math.ceil(order.length / 2);
  return [...nearbyOrder(vectors, order.slice(0, half)), ...nearbyOrder(vectors, order.slice(half))];
}

function byPlace(a: { index: number; place: number }, b: { index: number; place: number }): number {
  return a.place - b.place || a.index - b.index;
}

/**
 * Their first principal component, up to its length, by power iteration: two dozen rounds tell it from the others well enough. Its
 * components sum to 0 or more, so that neighbouring halves go the same way.
 */
function mainDirection(vectors: readonly Vector[]): number[] {
  const mean = Array.from(vectors[0]!, (_, j) => vectors.reduce((sum, vector) => sum + vector[j]!, 0) / vectors.length);
  const centred = vectors.map((vector) => Array.from(vector, (value, j) => value - mean[j]!));
  let direction = centred.reduce((longest, vector) => (dot(vector, vector) > dot(longest, longest) ? vector : longest));
  for (let round = 0; round < 24; round++) {
    const next = mean.map((_, j) => centred.reduce((sum, vector) => sum + dot(vector, direction) * vector[j]!, 0));
    const length = Math.sqrt(dot(next, next));
    if (length === 0) break; // all the same
    direction = next.map((value) => value / length);
  }
  const sum = direction.reduce((total, value) => total + value, 0);
  return sum < 0 ? direction.map((value) => -value) : direction;
}

function dot(a: Vector, b: Vector): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += a[j]! * b[j]!;
  return sum;
}
