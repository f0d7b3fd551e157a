/** Points of a line in pixels, x, y, x, y ... */
export type Line = ArrayLike<number>;

/**
 * How much of each pixel a round pen of this radius inks along a line: width x height parts from 0 to 1, soft at the edges.
 * Where pieces meet or cross, the pixel keeps the larger part, so that joints are no darker.
 */
export function lineCoverage(line: Line, radius: number, width: number, height: number): Float64Array {
  const coverage = new Float64Array(width * height);
  const reach = radius + 0.5;
  for (let k = 0; k + 3 < line.length; k += 2) {
    const [x0, y0, x1, y1] = [line[k]!, line[k + 1]!, line[k + 2]!, line[k + 3]!];
    const lastRow = Math.min(height - 1, Math.floor(Math.max(y0, y1) + reach));
    const lastColumn = Math.min(width - 1, Math.floor(Math.max(x0, x1) + reach));
    for (let row = Math.max(0, Math.floor(Math.min(y0, y1) - reach)); row <= lastRow; row++) {
      for (let column = Math.max(0, Math.floor(Math.min(x0, x1) - reach)); column <= lastColumn; column++) {
        const part = reach - distanceToPiece(column + 0.5 - x0, row + 0.5 - y0, x1 - x0, y1 - y0);
        const pixel = row * width + column;
        coverage[pixel] = Math.max(coverage[pixel]!, Math.min(1, part));
      }
    }
  }
  return coverage;
}

/** Of the point [x, y] from a straight piece that goes from [0, 0] to [endX, endY]. */
function distanceToPiece(x: number, y: number, endX: number, endY: number): number {
  const square = endX * endX + endY * endY;
  const along = square > 0 ? Math.min(1, Math.max(0, (x * endX + y * endY) / square)) : 0;
  const [gapX, gapY] = [x - along * endX, y - along * endY];
  return Math.sqrt(gapX * gapX + gapY * gapY);
}
