/** Depths below this are all the same to the eye: no ink. */
const FAR = 1.5;

/**
 * Draws strokes (x, y, radius triples in pixels) with a round tip on `side` x `side` pixels. Gives how deep the middle of each
 * pixel lies in the ink, in pixels: 0 on its edge, negative outside, -Infinity far outside.
 */
export function inkDepth(strokes: readonly Float64Array[], side: number): Float64Array {
  const depth = new Float64Array(side * side).fill(-Infinity);
  for (const stroke of strokes) {
    for (let k = 0; k + 3 < stroke.length; k += 3) drawPiece(stroke.subarray(k, k + 6), depth, side);
  }
  return depth;
}

/** One straight piece, whose radius changes evenly from its start to its end. */
function drawPiece(piece: Float64Array, depth: Float64Array, side: number): void {
  const [x0 = 0, y0 = 0, r0 = 0, x1 = 0, y1 = 0, r1 = 0] = piece;
  const reach = Math.max(r0, r1) + FAR;
  const bottom = Math.min(side, Math.ceil(Math.max(y0, y1) + reach));
  const right = Math.min(side, Math.ceil(Math.max(x0, x1) + reach));
  const left = Math.max(0, Math.floor(Math.min(x0, x1) - reach));
  for (let row = Math.max(0, Math.floor(Math.min(y0, y1) - reach)); row < bottom; row++) {
    for (let column = left; column < right; column++) {
      const pixel = row * side + column;
      depth[pixel] = Math.max(depth[pixel]!, depthInPiece(column + 0.5 - x0, row + 0.5 - y0, x1 - x0, y1 - y0, r0, r1));
    }
  }
}

/** Of the point [x, y] in a piece from [0, 0] to [endX, endY]: the radius at the nearest point of its axis less the distance. */
function depthInPiece(x: number, y: number, endX: number, endY: number, r0: number, r1: number): number {
  const square = endX * endX + endY * endY;
  const along = square > 0 ? Math.min(1, Math.max(0, (x * endX + y * endY) / square)) : 0;
  const gapX = x - along * endX;
  const gapY = y - along * endY;
  return r0 + along * (r1 - r0) - Math.sqrt(gapX * gapX + gapY * gapY);
}
