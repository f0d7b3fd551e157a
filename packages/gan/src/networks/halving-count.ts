/** How often an image can be halved, rounding up, and stay at least `smallest` pixels wide and high; at least once. */
export function halvingCount([height, width]: readonly number[], smallest: number): number {
  return Math.max(1, Math.ceil(Math.log2(Math.min(height!, width!) / (smallest - 1))) - 1);
}
