// One step of an optimizer, each number read and written once. The operations and their order are those of core's composed rules, and each is
// rounded on its own: so both give the same bits.
import { address, scalar } from '../layout';
import { beginOf, endOf } from './chunk';

/**
 * Adam, or AdamW where decay is not 0. Arguments: parameter, gradient, mean, square, the next parameter, mean and square, size, rate,
 * meanShare, squareShare, epsilon, decay.
 */
export function adamStep(chunk: i32): void {
  const rate = f32x4.splat(scalar(8)),
    meanShare = f32x4.splat(scalar(9)),
    squareShare = f32x4.splat(scalar(10)),
    epsilon = f32x4.splat(scalar(11)),
    decay = f32x4.splat(scalar(12)),
    end = endOf(chunk, 7);
  for (let i = beginOf(chunk); i < end; i += 16) {
    const parameter = v128.load(address(0) + i),
      gradient = v128.load(address(1) + i);
    const mean = towards(v128.load(address(2) + i), gradient, meanShare),
      square = towards(v128.load(address(3) + i), f32x4.mul(gradient, gradient), squareShare);
    const change = f32x4.div(mean, f32x4.add(f32x4.sqrt(square), epsilon));
    const next = f32x4.sub(parameter, f32x4.mul(change, rate));
    v128.store(address(4) + i, f32x4.sub(next, f32x4.mul(parameter, decay)));
    v128.store(address(5) + i, mean);
    v128.store(address(6) + i, square);
  }
}

/** RMSProp. Arguments: parameter, gradient, square, the next parameter and square, size, rate, squareShare, epsilon. */
export function rmsPropStep(chunk: i32): void {
  const rate = f32x4.splat(scalar(6)),
    squareShare = f32x4.splat(scalar(7)),
    epsilon = f32x4.splat(scalar(8)),
    end = endOf(chunk, 5);
  for (let i = beginOf(chunk); i < end; i += 16) {
    const gradient = v128.load(address(1) + i);
    const square = towards(v128.load(address(2) + i), f32x4.mul(gradient, gradient), squareShare);
    const change = f32x4.div(gradient, f32x4.add(f32x4.sqrt(square), epsilon));
    v128.store(address(3) + i, f32x4.sub(v128.load(address(0) + i), f32x4.mul(change, rate)));
    v128.store(address(4) + i, square);
  }
}

/** A running average. Arguments: average, value, the next average, size, share. */
export function averageStep(chunk: i32): void {
  const share = f32x4.splat(scalar(4)),
    end = endOf(chunk, 3);
  for (let i = beginOf(chunk); i < end; i += 16) {
    v128.store(address(2) + i, towards(v128.load(address(0) + i), v128.load(address(1) + i), share));
  }
}

@inline
function towards(average: v128, value: v128, share: v128): v128 {
  return f32x4.add(average, f32x4.mul(f32x4.sub(value, average), share));
}
