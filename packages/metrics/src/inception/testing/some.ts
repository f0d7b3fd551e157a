/** Values at even distances, `count` of them or a few more, as fixtures/inception.py keeps them. */
export function some(values: ArrayLike<number>, count: number): number[] {
  const step = Math.max(1, Math.floor(values.length / count));
  return Array.from({ length: Math.ceil(values.length / step) }, (_, i) => values[i * step]!);
}
