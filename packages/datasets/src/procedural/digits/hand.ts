import type { Rng } from '@genmodels/core';
import type { Allograph } from './allographs.ts';
import { curveThrough } from './curve.ts';

/** How one person writes: what the strokes of a digit have in common. */
interface Hand {
  /** x' = a x + b y and y' = c x + d y: stretched, slanted and turned. */
  readonly matrix: readonly [a: number, b: number, c: number, d: number];
  /** The coefficients of `swing` along x and along y. */
  readonly bend: readonly [alongX: Float32Array, alongY: Float32Array];
}

// Standard deviations, in halves of the field unless said otherwise.
const SLIP = 0.05; // of each point
const SHIFT = 0.05; // of each stroke
const BEND = 0.09; // of each coefficient of the bend
const REACH = 0.3; // of the first and the last gap of each stroke, in gaps
const PRESSURE = 0.17; // of the radius of the ink at each point, in mean radii

/** The strokes of a digit as one of many hands would write it, y downwards, about 100 high: x, y, radius triples, mean radius 1. */
export function writeByHand({ strokes }: Allograph, rng: Rng): Float64Array[] {
  const hand = drawHand(rng);
  return strokes.map((stroke) => curveThrough(setPoints(stroke, hand, rng)));
}

function drawHand(rng: Rng): Hand {
  const [narrow = 0, slant = 0, turn = 0] = rng.fillNormal(new Float32Array(3));
  const half = 0.05 * turn; // the tangent of half the angle: it turns without a sine, which engines round differently
  const cosine = (1 - half * half) / (1 + half * half);
  const sine = (2 * half) / (1 + half * half);
  const stretch = Math.max(0.5, 0.95 + 0.2 * narrow);
  const shear = Math.max(-0.65, Math.min(0.4, -0.12 - 0.28 * slant)); // most hands slant to the right
  return {
    matrix: [cosine * stretch, cosine * shear - sine, sine * stretch, sine * shear + cosine],
    bend: [rng.fillNormal(new Float32Array(5)), rng.fillNormal(new Float32Array(5))],
  };
}

/** The control points of a stroke where this hand sets them. The two points of a corner stay together. */
function setPoints(stroke: string, { matrix, bend }: Hand, rng: Rng): Float64Array {
  const field = stroke.split(/[ ,]/).map((number) => Number(number) / 50 - 1); // in [-1, 1]
  const slips = rng.fillNormal(new Float32Array((field.length / 2) * 3));
  const [aside = 0, below = 0, early = 0, late = 0] = rng.fillNormal(new Float32Array(4));
  const points = new Float64Array(slips.length);
  for (let i = 0; i < points.length / 3; i++) {
    const corner = i > 0 && field[2 * i] === field[2 * i - 2] && field[2 * i + 1] === field[2 * i - 1];
    const [slipX, slipY, press] = slips.subarray(corner ? 3 * i - 3 : 3 * i);
    const u = field[2 * i]! + SLIP * slipX! + SHIFT * aside;
    const v = field[2 * i + 1]! + SLIP * slipY! + SHIFT * below;
    const x = u + BEND * swing(bend[0], u, v);
    const y = v + BEND * swing(bend[1], v, u);
    points.set(
      [50 * (matrix[0] * x + matrix[1] * y), 50 * (matrix[2] * x + matrix[3] * y), Math.max(0.6, 1 + PRESSURE * press!)],
      3 * i,
    );
  }
  reach(points, 0, 3, REACH * early);
  reach(points, points.length - 3, points.length - 6, REACH * late);
  return points;
}

/** The pen comes down or leaves early or late: the end at `tip` moves away from its neighbour by this share of their gap. */
function reach(points: Float64Array, tip: number, neighbour: number, share: number): void {
  const bounded = Math.max(-0.35, Math.min(1, share)); // shorter, a 4 would lose its foot
  for (let axis = 0; axis < 2; axis++) points[tip + axis]! += bounded * (points[tip + axis]! - points[neighbour + axis]!);
}

/** A smooth way off along one axis, small near the middle of the field. */
function swing([a = 0, b = 0, c = 0, d = 0, e = 0]: Float32Array, along: number, across: number): number {
  return (
    a * along * along + b * along * across + c * across * across + d * across * (1 - across * across) + e * along * along * across
  );
}
