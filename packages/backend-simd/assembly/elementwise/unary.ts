// out = f(x), number by number. Arguments of every kernel: x, out, size, numbers a chunk, and two float32 that some use.
import { map, mapOneByOne } from './map';
import { Unary } from './unary-result';

export function abs(chunk: i32): void { map(Unary.Abs, chunk); }
export function ceil(chunk: i32): void { map(Unary.Ceil, chunk); }
export function clip(chunk: i32): void { map(Unary.Clip, chunk); }
export function elu(chunk: i32): void { map(Unary.Elu, chunk); }
export function erf(chunk: i32): void { map(Unary.Erf, chunk); }
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
