// A question about every number of x, answered with a byte: 1 for yes, 0 for no. Arguments: x, out, size, numbers a chunk.
import { address, arg } from '../layout';
import { storeBytes } from './bytes';

const enum Question { IsFinite, IsInfinite, IsNan, IsNotZero }

export function isFinite(chunk: i32): void { ask(Question.IsFinite, chunk); }
export function isInfinite(chunk: i32): void { ask(Question.IsInfinite, chunk); }
export function isNan(chunk: i32): void { ask(Question.IsNan, chunk); }
export function isNotZero(chunk: i32): void { ask(Question.IsNotZero, chunk); }

@inline
function ask(question: Question, chunk: i32): void {
  const x = address(0), out = address(1), end = <usize>min((chunk + 1) * arg(3), arg(2));
  for (let i = <usize>(chunk * arg(3)); i < end; i += 4) storeBytes(out + i, answer(question, v128.load(x + (i << 2))));
}

@inline
function answer(question: Question, x: v128): v128 {
  switch (question) {
    case Question.IsFinite: return f32x4.lt(f32x4.abs(x), f32x4.splat(Infinity));
    case Question.IsInfinite: return f32x4.eq(f32x4.abs(x), f32x4.splat(Infinity));
    case Question.IsNan: return f32x4.ne(x, x);
    default: return f32x4.ne(x, f32x4.splat(0));
  }
}
