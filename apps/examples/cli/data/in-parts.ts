/** The numbers from 0 to `length` - 1 in their order, `size` at a time; the last part has what is left. */
export function inParts(length: number, size: number): number[][] {
  const firsts = Array.from({ length: Math.ceil(length / size) }, (_, i) => i * size);
  return firsts.map((first) => Array.from({ length: Math.min(size, length - first) }, (_, i) => first + i));
}
