// out = f(a, b) with broadcasting: an operand is repeated along the dimensions that it lacks.
import { Binary } from './binary-result';
import { rows } from './rows';

export function add(chunk: i32): void { rows(Binary.Add, chunk); }
export function divide(chunk: i32): void { rows(Binary.Divide, chunk); }
export function eluGradient(chunk: i32): void { rows(Binary.EluGradient, chunk); }
export function maximum(chunk: i32): void { rows(Binary.Maximum, chunk); }
export function minimum(chunk: i32): void { rows(Binary.Minimum, chunk); }
export function multiply(chunk: i32): void { rows(Binary.Multiply, chunk); }
export function prelu(chunk: i32): void { rows(Binary.Prelu, chunk); }
export function squaredDifference(chunk: i32): void { rows(Binary.SquaredDifference, chunk); }
export function stepProduct(chunk: i32): void { rows(Binary.StepProduct, chunk); }
export function subtract(chunk: i32): void { rows(Binary.Subtract, chunk); }

// These write a byte a number: 1 for yes, 0 for no.
export function equal(chunk: i32): void { rows(Binary.Equal, chunk); }
export function greater(chunk: i32): void { rows(Binary.Greater, chunk); }
export function greaterEqual(chunk: i32): void { rows(Binary.GreaterEqual, chunk); }
export function notEqual(chunk: i32): void { rows(Binary.NotEqual, chunk); }
