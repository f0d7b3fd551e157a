/** Where the k-th stored coefficient stands in its 8x8 block, row by row: along the diagonals, to and fro (ITU T.81, figure A.6). */
export function zigzag(): Uint8Array {
  const places = Uint8Array.from({ length: 64 }, (_, place) => place);
  return places.sort((a, b) => diagonal(a) - diagonal(b) || (diagonal(a) % 2 === 0 ? b - a : a - b));
}

function diagonal(place: number): number {
  return (place >> 3) + (place & 7);
}
