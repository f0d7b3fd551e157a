import { constant } from './constant';
import { quintic } from './polynomial';

const TABLE = memory.data<f32>([
  3.93, -3.93, // 0, 1: beyond these the result is
  1, -1, // 2, 3
  1.1283791, 0.1987367, 0.053756986, 4.0949443e-3, 2.8748228e-4, 1.9248237e-6, // 4: over 10, erf(x) / x in x^2,
  1, 0.50945765, 0.11746701, 0.015635546, 1.2332347e-3, 3.692541e-5, // 10: minimax, to 6e-8
]);

/** The error function within 5e-7 relative. */
@inline
export function erf4(x: v128): v128 {
  const clamped = f32x4.pmax(f32x4.pmin(x, constant(TABLE, 0)), constant(TABLE, 1));
  const square = f32x4.mul(clamped, clamped);
  const result = f32x4.mul(clamped, f32x4.div(quintic(TABLE, 4, square), quintic(TABLE, 10, square)));
  return f32x4.pmax(f32x4.pmin(result, constant(TABLE, 2)), constant(TABLE, 3)); // rounding may lead past 1
}
