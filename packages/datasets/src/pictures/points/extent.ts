/** A part of the plane, in its units. */
export type Extent = readonly [left: number, bottom: number, right: number, top: number];

/** Of the longer side, left free around the points. */
const MARGIN = 0.05;

/** All finite points, with a margin; one point, or none that is finite, gets a unit around it. */
export function extentOf(points: ArrayLike<number>): Extent {
  const [left, right] = rangeOf(points, 0);
  const [bottom, top] = rangeOf(points, 1);
  const margin = MARGIN * Math.max(right - left, top - bottom) || 0.5;
  return [left - margin, bottom - margin, right + margin, top + margin];
}

function rangeOf(points: ArrayLike<number>, axis: 0 | 1): [low: number, high: number] {
  let [low, high] = [Infinity, -Infinity];
  for (let i = axis; i < points.length; i += 2) {
    if (!Number.isFinite(points[i])) continue;
    low = Math.min(low, points[i]!);
    high = Math.max(high, points[i]!);
  }
  return low <= high ? [low, high] : [0, 0];
}
