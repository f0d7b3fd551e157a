/** Straight pieces between two control points: at 28 pixels nobody sees the corners. */
const PIECES = 8;

/**
 * The smooth curve through control points, as points of it close together; both as x, y, radius triples. Catmull and Rom's
 * spline (1974), uniform: a control point given twice is a corner.
 */
export function curveThrough(points: Float64Array): Float64Array {
  const gaps = points.length / 3 - 1;
  const curve = new Float64Array(3 * (gaps * PIECES + 1));
  for (let k = 0; k <= gaps * PIECES; k++) {
    const i = Math.min(Math.floor(k / PIECES), gaps - 1);
    const before = 3 * Math.max(i - 1, 0);
    const after = 3 * Math.min(i + 2, gaps);
    for (let axis = 0; axis < 3; axis++) {
      const [a, b, c, d] = [points[before + axis]!, points[3 * i + axis]!, points[3 * i + 3 + axis]!, points[after + axis]!];
      curve[3 * k + axis] = spline(a, b, c, d, k / PIECES - i);
    }
  }
  return curve;
}

/** From b at t = 0 to c at t = 1, heading as from a to c and from b to d. */
function spline(a: number, b: number, c: number, d: number, t: number): number {
  return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
}
