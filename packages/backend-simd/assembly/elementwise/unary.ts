// out = f(x), number by number. Arguments of every kernel: x, out, size, numbers a chunk, and two float32 that some use.
import { address, arg, scalar } from '../layout';
import { Unary, unaryResult } from './unary-result';

export function abs(chunk: i32): void { map(Unary.Abs, chunk); }
export function ceil(chunk: i32): void { map(Unary.Ceil, chunk); }
export function clip(chunk: i32): void { map(Unary.Clip, chunk); }
export function elu(chunk: i32): void { map(Unary.Elu, chunk); }
export function erf(chunk: i32): void { map(Unary.Erf, chunk); }
export function exp(chunk: i32): void { map(Unary.Exp, chunk); }
export function expMinusOne(chunk: i32): void { mapOneByOne(Unary.ExpMinusOne, chunk); }
export function floor(chunk: i32): void { map(Unary.Floor, chunk); }
export function leakyRelu(chunk: i32): void { map(Unary.LeakyRelu, chunk); }
export function log(chunk: i32): void { mapOneByOne(Unary.Log, chunk); }
export function logOnePlus(chunk: i32): void { mapOneByOne(Unary.LogOnePlus, chunk); }
export function negative(chunk: i32): void { map(Unary.Negative, chunk); }
export function reciprocal(chunk: i32): void { map(Unary.Reciprocal, chunk); }
export function reciprocalSqrt(chunk: i32): void { map(Unary.ReciprocalSqrt, chunk); }
export function relu(chunk: i32): void { map(Unary.Relu, chunk); }
export function relu6(chunk: i32): void { map(Unary.Relu6, chunk); }
export function round(chunk: i32): void { map(Unary.Round, chunk); }
export function selu(chunk: i32): void { mapOneByOne(Unary.Selu, chunk); }
export function sigmoid(chunk: i32): void { map(Unary.Sigmoid, chunk); }
export function sign(chunk: i32): void { map(Unary.Sign, chunk); }
export function softplus(chunk: i32): void { map(Unary.Softplus, chunk); }
export function sqrt(chunk: i32): void { map(Unary.Sqrt, chunk); }
export function square(chunk: i32): void { map(Unary.Square, chunk); }
export function step(chunk: i32): void { map(Unary.Step, chunk); }
export function tanh(chunk: i32): void { map(Unary.Tanh, chunk); }

// Four vectors a turn share the constants of a formula. The last turn may go beyond the last number, to the end of its cache line.
@inline
function map(operation: Unary, chunk: i32): void {
  const x = address(0), out = address(1), end = endOf(chunk), p = f32x4.splat(scalar(4)), q = f32x4.splat(scalar(5));
  for (let i = startOf(chunk); i < end; i += 64) {
    const first = unaryResult(operation, v128.load(x + i), p, q);
    const second = unaryResult(operation, v128.load(x + i, 16), p, q);
    const third = unaryResult(operation, v128.load(x + i, 32), p, q);
    const fourth = unaryResult(operation, v128.load(x + i, 48), p, q);
    v128.store(out + i, first);
    v128.store(out + i, second, 16);
    v128.store(out + i, third, 32);
    v128.store(out + i, fourth, 48);
  }
}

/** For formulas that are long and rare, or that branch: four of them would make a large program, and no faster one. */
@inline
function mapOneByOne(operation: Unary, chunk: i32): void {
  const x = address(0), out = address(1), end = endOf(chunk), none = f32x4.splat(0);
  for (let i = startOf(chunk); i < end; i += 16) v128.store(out + i, unaryResult(operation, v128.load(x + i), none, none));
}

@inline
function startOf(chunk: i32): usize {
  return (<usize>(chunk * arg(3))) << 2;
}

@inline
function endOf(chunk: i32): usize {
  return (<usize>min((chunk + 1) * arg(3), arg(2))) << 2;
}
