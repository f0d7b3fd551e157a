import { constant } from './constant';
import { quartic } from './polynomial';

const TABLE = memory.data<f32>([
  9.02, -9.02, // 0, 1: beyond these the result is
  1, -1, // 2, 3
  1, 0.13382687, 3.497474e-3, 2.0636662e-5, 1.3386174e-8, // 4: over 9, tanh(x) / x in x^2,
  1, 0.46716008, 0.025884379, 3.2885707e-4, 7.7908874e-7, // 9: minimax, to 3e-8
]);

/** tanh(x) within 4e-7 relative. */
@inline
export function tanh4(x: v128): v128 {
  const clamped = f32x4.pmax(f32x4.pmin(x, constant(TABLE, 0)), constant(TABLE, 1));
  const square = f32x4.mul(clamped, clamped);
  const result = f32x4.mul(clamped, f32x4.div(quartic(TABLE, 4, square), quartic(TABLE, 9, square)));
  return f32x4.pmax(f32x4.pmin(result, constant(TABLE, 2)), constant(TABLE, 3)); // rounding may lead past 1
}
