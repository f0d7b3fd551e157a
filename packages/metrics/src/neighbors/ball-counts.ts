import type { Features } from '../features/features.ts';
import { eachNear } from './each-near.ts';
import { errorBound } from './error-bound.ts';
import { productBlocks } from './product-blocks.ts';
import { backendRounding } from './rounding.ts';
import { spaceOf } from './space.ts';
import { squaredDistance } from './squared-distance.ts';

export interface Balls {
  readonly points: Features;
  /** One closed ball around each. */
  readonly centres: Features;
  /** Squared, as `squaredDistance` gives them: a point at exactly the radius is inside. */
  readonly squaredRadii: Float64Array;
  readonly signal?: AbortSignal | undefined;
}

export interface BallCounts {
  /** In how many balls each point lies. */
  readonly ofPoints: Uint32Array;
  /** How many points lie in each ball. */
  readonly ofBalls: Uint32Array;
}

/** Which points lie in which balls, counted exactly: what the backend's products cannot decide is measured in float64. */
export async function countInBalls({ points, centres, squaredRadii, signal }: Balls): Promise<BallCounts> {
  const space = spaceOf(points, centres);
  const { relative, absolute } = errorBound(points.width, await backendRounding());
  const counts = { ofPoints: new Uint32Array(points.length), ofBalls: new Uint32Array(centres.length) };
  for await (const block of productBlocks(points, centres, space, signal)) {
    const { rows, columns } = block;
    const bar = (column: number) => squaredRadii[columns.first + column]! * space.scale ** 2;
    const limit = (row: number) => absolute - (1 - relative) * rows.squares[row]!;
    const visit = (row: number, column: number, product: number) => {
      const [i, j] = [rows.first + row, columns.first + column];
      const most = (1 + relative) * (rows.squares[row]! + columns.squares[column]!) - 2 * product + absolute;
      if (most <= bar(column) || squaredDistance(points, i, centres, j) <= squaredRadii[j]!) {
        counts.ofPoints[i]!++;
        counts.ofBalls[j]!++;
      }
      return limit(row);
    };
    const terms = columns.squares.map((square, column) => (1 - relative) * square - bar(column));
    eachNear(block, { terms, limit, visit });
  }
  return counts;
}
