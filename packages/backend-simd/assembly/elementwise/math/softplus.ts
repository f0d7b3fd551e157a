import { fma } from '../../fma';
import { relu4 } from '../activations';
import { constant } from './constant';
import { exp4 } from './exp';
import { cubic } from './polynomial';

const TABLE = memory.data<f32>([
  -0.0, // 0: the sign bit
  1, 1.0681323, 0.23931977, 3.4559632e-3, // 1: over 5, ln(1 + z) / z for z from 0 to 1,
  1, 1.5681322, 0.69005543, 0.07574794, // 5: minimax, to 2e-9
]);

/** ln(1 + e^x) within 4 units in the last place: max(x, 0) + ln(1 + e^-|x|). */
@inline
export function softplus4(x: v128): v128 {
  const z = exp4(v128.or(x, constant(TABLE, 0)));
  return fma(z, f32x4.div(cubic(TABLE, 1, z), cubic(TABLE, 5, z)), relu4(x));
}
