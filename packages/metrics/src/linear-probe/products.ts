import type { Matrix } from '../linear-algebra/matrix.ts';

// Both take four rows at a time, of a number that four divides: what all of them need is read once, and their sums do not wait
// for each other. With so few columns in a product this beats the packed one of linear-algebra/, whose copies cost more.

/** logits [rows, classes] = rows [rows, width] x the transpose of weights [classes, width] */
export function multiply({ rows, columns: width, values: x }: Matrix, weights: Matrix, logits: Matrix): void {
  const { rows: classes, values: w } = weights;
  const out = logits.values;
  for (let i = 0; i < rows; i += 4) {
    const row0 = i * width;
    const row1 = row0 + width;
    const row2 = row1 + width;
    const row3 = row2 + width;
    for (let c = 0; c < classes; c++) {
      const from = c * width;
      let sum0 = 0;
      let sum1 = 0;
      let sum2 = 0;
      let sum3 = 0;
      for (let j = 0; j < width; j++) {
        const weight = w[from + j]!;
        sum0 += weight * x[row0 + j]!;
        sum1 += weight * x[row1 + j]!;
        sum2 += weight * x[row2 + j]!;
        sum3 += weight * x[row3 + j]!;
      }
      const to = i * classes + c;
      out[to] = sum0;
      out[to + classes] = sum1;
      out[to + 2 * classes] = sum2;
      out[to + 3 * classes] = sum3;
    }
  }
}

/** gradient [classes, width] += the transpose of residuals [rows, classes] x rows [rows, width] */
export function addOuterProducts(residuals: Matrix, { rows, columns: width, values: x }: Matrix, gradient: Matrix): void {
  const { columns: classes, values: r } = residuals;
  const out = gradient.values;
  for (let i = 0; i < rows; i += 4) {
    const row0 = i * width;
    const row1 = row0 + width;
    const row2 = row1 + width;
    const row3 = row2 + width;
    for (let c = 0; c < classes; c++) {
      const from = i * classes + c;
      const r0 = r[from]!;
      const r1 = r[from + classes]!;
      const r2 = r[from + 2 * classes]!;
      const r3 = r[from + 3 * classes]!;
      const to = c * width;
      for (let j = 0; j < width; j++)
        out[to + j]! += r0 * x[row0 + j]! + r1 * x[row1 + j]! + r2 * x[row2 + j]! + r3 * x[row3 + j]!;
    }
  }
}
