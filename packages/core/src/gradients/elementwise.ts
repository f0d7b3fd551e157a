import * as tf from '@tensorflow/tfjs-core';
import { runAccelerated } from '../kernels.ts';
import { constantGradients } from './constant.ts';
import { type GradientTable, gradient, type KernelGradient } from './gradient-table.ts';

/** Kernels that map each element by itself, so that dx = dy * f'(x). */
export function elementwiseGradients(): GradientTable {
  return {
    ...activationGradients(),
    Abs: times((x) => tf.sub(tf.step(x), tf.step(tf.neg(x)))),
    ClipByValue: gradient(['x'], (dy, [x], { clipValueMin, clipValueMax }: tf.ClipByValueAttrs) => ({
      x: () => tf.mul(dy, tf.mul(notAbove(x, clipValueMax), notAbove(tf.neg(x), -clipValueMin))),
    })),
    Cos: times((x) => tf.neg(tf.sin(x))),
    Erf: times((x) => tf.mul(tf.exp(tf.neg(tf.square(x))), 2 / Math.sqrt(Math.PI))),
    Exp: times((x) => tf.exp(x)),
    Expm1: times((x) => tf.exp(x)),
    Log: over((x) => x),
    Log1p: over((x) => tf.add(x, 1)),
    Neg: gradient([], (dy) => ({ x: () => tf.neg(dy) })),
    Reciprocal: over((x) => tf.neg(tf.square(x))),
    Rsqrt: over((x) => tf.mul(tf.mul(x, tf.sqrt(x)), -2)),
    Sin: times((x) => tf.cos(x)),
    Sqrt: over((x) => tf.mul(tf.sqrt(x), 2)),
    Square: times((x) => tf.mul(x, 2)),
    ...constantGradients(
      ['x'],
      ['Ceil', 'Floor', 'IsFinite', 'IsInf', 'IsNan', 'LogicalNot', 'OnesLike', 'Round', 'Sign', 'Step', 'ZerosLike'],
    ),
  };
}

/** `step(x, slope)` is 1 above zero and the slope elsewhere: far cheaper than a comparison and a choice. */
function activationGradients(): GradientTable {
  return {
    Elu: times(decay),
    LeakyRelu: gradient(['x'], (dy, [x], { alpha }: tf.LeakyReluAttrs) => ({ x: () => tf.mul(dy, tf.step(x, alpha)) })),
    Relu: gradient(['x'], (dy, [x]) => ({ x: () => stepProduct(dy, x) })),
    Relu6: times((x) => tf.mul(tf.step(x), notAbove(x, 6))),
    Selu: times((x) => tf.mul(tf.mul(tf.step(x, SELU_ALPHA), decay(x)), SELU_SCALE)),
    Sigmoid: times((x) => tf.mul(tf.sigmoid(x), tf.sigmoid(tf.neg(x)))), // exact in both tails, where 1 - y is not
    Softplus: times((x) => tf.sigmoid(x)),
    Tanh: times((x) => tf.mul(tf.mul(tf.sigmoid(tf.mul(x, 2)), tf.sigmoid(tf.mul(x, -2))), 4)), // sech^2
  };
}

/** relu's gradient, in one pass where the backend has a kernel for it. */
export function stepProduct(dy: tf.Tensor, x: tf.Tensor): tf.Tensor {
  return runAccelerated('genmodels:StepProduct', { dy, x }, {})?.[0] ?? tf.mul(dy, tf.step(x));
}

/** Of the kernels of kernels.ts that stand in gradients, and so are differentiated themselves. */
export function acceleratedGradients(): GradientTable {
  return {
    'genmodels:StepProduct': gradient(['dy', 'x'], (ddx, [, x]) => ({ dy: () => stepProduct(ddx, x), x: () => tf.zerosLike(x) })),
  };
}

/** The functions of a calculator that no layer here uses. */
export function trigonometricGradients(): GradientTable {
  return {
    Acos: over((x) => tf.neg(tf.sqrt(tf.sub(1, tf.square(x))))),
    Acosh: over((x) => tf.sqrt(tf.sub(tf.square(x), 1))),
    Asin: over((x) => tf.sqrt(tf.sub(1, tf.square(x)))),
    Asinh: over((x) => tf.sqrt(tf.add(tf.square(x), 1))),
    Atan: over((x) => tf.add(tf.square(x), 1)),
    Atanh: over((x) => tf.sub(1, tf.square(x))),
    Cosh: times((x) => tf.sinh(x)),
    Sinh: times((x) => tf.cosh(x)),
    Tan: over((x) => tf.square(tf.cos(x))),
  };
}

function times(derivative: (x: tf.Tensor) => tf.Tensor): KernelGradient {
  return gradient(['x'], (dy, [x]) => ({ x: () => tf.mul(dy, derivative(x)) }));
}

function over(reciprocal: (x: tf.Tensor) => tf.Tensor): KernelGradient {
  return gradient(['x'], (dy, [x]) => ({ x: () => tf.div(dy, reciprocal(x)) }));
}

/** 1 where x is at most the limit, else 0. */
function notAbove(x: tf.Tensor, limit: number): tf.Tensor {
  return tf.sub(1, tf.step(tf.sub(x, limit)));
}

/** exp(min(x, 0)). */
function decay(x: tf.Tensor): tf.Tensor {
  return tf.exp(tf.neg(tf.relu(tf.neg(x))));
}

// Klambauer et al., "Self-normalizing neural networks", NeurIPS 2017.
const SELU_ALPHA = 1.6732632423543772;
const SELU_SCALE = 1.0507009873554805;
