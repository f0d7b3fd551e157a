import { step4 } from './activations';

/** Those from Equal on answer with yes or no: a vector of ones or zeros, of which one byte a number is kept. */
export const enum Binary {
  Add, Divide, EluGradient, Maximum, Minimum, Multiply, Prelu, SquaredDifference, StepProduct, Subtract,
  Equal, Greater, GreaterEqual, NotEqual,
}

@inline
export function isComparison(operation: Binary): bool {
  return operation >= Binary.Equal;
}

/** The formula of an operation, which is known when this is compiled. */
@inline
export function binaryResult(operation: Binary, a: v128, b: v128): v128 {
  switch (operation) {
    case Binary.Add: return f32x4.add(a, b);
    case Binary.Divide: return f32x4.div(a, b);
    case Binary.EluGradient: return v128.bitselect(a, f32x4.mul(a, f32x4.add(b, f32x4.splat(1))), f32x4.ge(b, f32x4.splat(0)));
    case Binary.Maximum: return f32x4.max(a, b);
    case Binary.Minimum: return f32x4.min(a, b);
    case Binary.Multiply: return f32x4.mul(a, b);
    case Binary.Prelu: return v128.bitselect(f32x4.mul(a, b), a, f32x4.lt(a, f32x4.splat(0)));
    case Binary.SquaredDifference: return f32x4.mul(f32x4.sub(a, b), f32x4.sub(a, b));
    case Binary.StepProduct: return f32x4.mul(a, step4(b, f32x4.splat(0)));
    case Binary.Subtract: return f32x4.sub(a, b);
    case Binary.Equal: return f32x4.eq(a, b);
    case Binary.Greater: return f32x4.gt(a, b);
    case Binary.GreaterEqual: return f32x4.ge(a, b);
    default: return f32x4.ne(a, b);
  }
}
