import type { Pause } from '../pause-or-abort.ts';
import { addWeightedRows } from './add-weighted-rows.ts';
import type { Matrix } from './matrix.ts';
import { type Reflector, reflect } from './reflector.ts';
import { groupOf } from './row-groups.ts';
import { nothingPending, type PendingUpdate, updatedRow, updateRows } from './update-rows.ts';

/** A matrix with nothing but a diagonal and the one below it. */
export interface Bidiagonal {
  readonly diagonal: Float64Array;
  /** below[k] stands under diagonal[k]; the last one is 0. */
  readonly below: Float64Array;
}

/**
 * The lower bidiagonal matrix with the singular values of the first `rows` rows of `matrix`, whose rows must be whole groups of four,
 * zeros beyond `rows`, and which is destroyed. `rows` is at most `matrix.columns`.
 *
 * Each step reflects row k from the right and then column k from the left. One pass over the rest does it all: it applies the last
 * step's two reflections, y = A u for the new right one, and as soon as a row's y is known its entry of the new column and its share
 * of Aᵀ (column), which is Aᵀv but for a multiple of one row.
 */
export async function bidiagonalize(matrix: Matrix, rows: number, pause: Pause): Promise<Bidiagonal> {
  const bidiagonal = { diagonal: new Float64Array(rows), below: new Float64Array(rows) };
  const step = createStep(matrix);
  for (let k = 0; k < rows; k++) {
    updatedRow(matrix, k, k, step.pending, step.row);
    const right = reflect(step.row, k, step.u);
    bidiagonal.diagonal[k] = right.result;
    if (k + 1 === rows) break;
    await pass(matrix, k, right, step, pause);
    const left = reflect(step.column, k + 1, step.v);
    bidiagonal.below[k] = left.result;
    defer(matrix, k, right, left, step);
  }
  return bidiagonal;
}

/** The vectors of a step: u, row and sums along a row, the others along a column. */
interface Step {
  readonly pending: PendingUpdate;
  readonly row: Float64Array;
  u: Float64Array;
  readonly y: Float64Array;
  readonly column: Float64Array;
  readonly v: Float64Array;
  /** Aᵀ column */
  readonly sums: Float64Array;
}

function createStep(matrix: Matrix): Step {
  const [row, u, sums] = [0, 1, 2].map(() => new Float64Array(matrix.columns)) as [Float64Array, Float64Array, Float64Array];
  const [y, column, v] = [0, 1, 2].map(() => new Float64Array(matrix.rows)) as [Float64Array, Float64Array, Float64Array];
  return { pending: nothingPending(matrix), row, u, sums, y, column, v };
}

async function pass(matrix: Matrix, k: number, { factor }: Reflector, step: Step, pause: Pause): Promise<void> {
  const { pending, u, y, column, sums } = step;
  sums.fill(0);
  for (let row = groupOf(k + 1); row < matrix.rows; row += 4) {
    updateRows(matrix, row, k, pending, u, y);
    for (let i = row; i < row + 4; i++) {
      if (i <= k) y[i] = 0; // a row that is done
      column[i] = i <= k ? 0 : matrix.values[i * matrix.columns + k]! - factor * y[i]!;
    }
    addWeightedRows(sums, matrix, row, k + 1, column);
  }
  await pause();
}

/** Leaves both reflections to the next pass: A - factor y uᵀ - factor v zᵀ with z = (A - factor y uᵀ)ᵀ v. */
function defer({ columns, values }: Matrix, k: number, right: Reflector, left: Reflector, step: Step): void {
  const { pending, u, y, v, sums } = step;
  let yv = 0;
  for (let i = k + 1; i < v.length; i++) yv += y[i]! * v[i]!;
  const next = (k + 1) * columns;
  for (let j = k + 1; j < columns; j++)
    pending.otherRight[j] = (sums[j]! - left.result * values[next + j]!) / left.divisor - right.factor * yv * u[j]!;
  for (let i = k + 1; i < v.length; i++) {
    pending.left[i] = right.factor * y[i]!;
    pending.otherLeft[i] = left.factor * v[i]!;
  }
  [pending.right, step.u] = [u, pending.right];
}
