/** How often an image can be halved and stay at least `smallest` pixels wide and high; at least once. */
export function halvingCount([height, width]: readonly number[], smallest: number): number {
  return Math.max(1, Math.floor(Math.log2(Math.min(height!, width!) / smallest)));
}
