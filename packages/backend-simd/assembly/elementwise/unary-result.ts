import { elu4, leakyRelu4, relu4, selu4, sign4, step4 } from './activations';
import { erf4 } from './math/erf';
import { expMinusOne4 } from './math/exp-minus-one';
import { expBesideModerate4, expOfModerate4 } from './math/exp-of-moderate';
import { log4 } from './math/log';
import { logOnePlus4 } from './math/log-one-plus';
import { sigmoid4 } from './math/sigmoid';
import { softplus4 } from './math/softplus';
import { tanh4 } from './math/tanh';

export const enum Unary {
  Abs, Ceil, Clip, Elu, Erf, Exp, ExpMinusOne, ExpOfModerate, Floor, LeakyRelu, Log, LogOnePlus, Negative, Reciprocal, ReciprocalSqrt, Relu,
  Relu6, Round, Selu, Sigmoid, Sign, Softplus, Sqrt, Square, Step, Tanh,
}

/** The formula of an operation, which is known when this is compiled. p and q are its attributes. */
@inline
export function unaryResult(operation: Unary, x: v128, p: v128, q: v128): v128 {
  switch (operation) {
    case Unary.Abs: return f32x4.abs(x);
    case Unary.Ceil: return f32x4.ceil(x);
    case Unary.Clip: return f32x4.pmax(f32x4.pmin(x, q), p);
    case Unary.Elu: return elu4(x);
    case Unary.Erf: return erf4(x);
    case Unary.Exp: return expBesideModerate4(x);
    case Unary.ExpMinusOne: return expMinusOne4(x);
    case Unary.ExpOfModerate: return expOfModerate4(x);
    case Unary.Floor: return f32x4.floor(x);
    case Unary.LeakyRelu: return leakyRelu4(x, p);
    case Unary.Log: return log4(x);
    case Unary.LogOnePlus: return logOnePlus4(x);
    case Unary.Negative: return f32x4.neg(x);
    case Unary.Reciprocal: return f32x4.div(f32x4.splat(1), x);
    case Unary.ReciprocalSqrt: return f32x4.div(f32x4.splat(1), f32x4.sqrt(x));
    case Unary.Relu: return relu4(x);
    case Unary.Relu6: return f32x4.pmin(relu4(x), f32x4.splat(6));
    case Unary.Round: return f32x4.nearest(x);
    case Unary.Selu: return selu4(x);
    case Unary.Sigmoid: return sigmoid4(x);
    case Unary.Sign: return sign4(x);
    case Unary.Softplus: return softplus4(x);
    case Unary.Sqrt: return f32x4.sqrt(x);
    case Unary.Square: return f32x4.mul(x, x);
    case Unary.Step: return step4(x, p);
    default: return tanh4(x);
  }
}
