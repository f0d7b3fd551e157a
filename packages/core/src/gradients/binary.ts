import * as tf from '@tensorflow/tfjs-core';
import { runKernel } from '../ops/run-kernel.ts';
import { unbroadcast } from './broadcast.ts';
import { constantGradients, zeros } from './constant.ts';
import { type GradientTable, gradient, type KernelGradient } from './gradient-table.ts';

/** Kernels of two tensors that broadcast against each other: each gradient is summed back to the shape of its input. */
export function binaryGradients(): GradientTable {
  return {
    Add: binary(same, same),
    Sub: binary(same, tf.neg),
    Multiply: binary(
      (dy, _, b) => tf.mul(dy, b),
      (dy, a) => tf.mul(dy, a),
    ),
    RealDiv: gradient(['a', 'b'], (dy, [a, b]) => ({
      a: () => unbroadcast(tf.div(dy, b), a.shape),
      b: () => tf.div(unbroadcast(tf.mul(dy, a), b.shape), tf.neg(tf.square(b))),
    })),
    SquaredDifference: binary(
      (dy, a, b) => tf.mul(dy, tf.mul(tf.sub(a, b), 2)),
      (dy, a, b) => tf.mul(dy, tf.mul(tf.sub(b, a), 2)),
    ),
    Maximum: binary(
      (dy, a, b) => where(tf.greaterEqual(a, b), dy),
      (dy, a, b) => where(tf.less(a, b), dy),
    ),
    Minimum: binary(
      (dy, a, b) => where(tf.lessEqual(a, b), dy),
      (dy, a, b) => where(tf.greater(a, b), dy),
    ),
    Pow: binary(
      (dy, a, b) => tf.mul(dy, tf.mul(b, tf.pow(a, tf.sub(b, 1)))),
      (dy, a, b) => tf.mul(dy, tf.mul(tf.pow(a, b), logOfPositive(a))),
    ),
    Prelu: gradient(['x', 'alpha'], (dy, [x, alpha]) => ({
      x: () => tf.mul(dy, tf.add(tf.step(x), tf.mul(alpha, tf.sub(1, tf.step(x))))),
      alpha: () => unbroadcast(tf.mul(dy, tf.neg(tf.relu(tf.neg(x)))), alpha.shape),
    })),
    Select: gradient(['condition'], (dy, [condition]) => ({
      condition: () => zeros(condition),
      t: () => where(condition, dy),
      e: () => where(tf.logicalNot(condition), dy),
    })),
    ...constantGradients(
      ['a', 'b'],
      ['Equal', 'FloorDiv', 'Greater', 'GreaterEqual', 'Less', 'LessEqual', 'LogicalAnd', 'LogicalOr', 'NotEqual'],
    ),
  };
}

export function rareBinaryGradients(): GradientTable {
  return {
    Atan2: binary(
      (dy, a, b) => tf.mul(dy, tf.div(b, tf.add(tf.square(a), tf.square(b)))),
      (dy, a, b) => tf.mul(dy, tf.div(tf.neg(a), tf.add(tf.square(a), tf.square(b)))),
    ),
    Mod: binary(same, (dy, a, b) => tf.mul(dy, tf.neg(tf.floor(tf.div(a, b))))),
  };
}

type Derivative = (dy: tf.Tensor, a: tf.Tensor, b: tf.Tensor) => tf.Tensor;

function binary(byA: Derivative, byB: Derivative): KernelGradient {
  return gradient(['a', 'b'], (dy, [a, b]) => ({
    a: () => unbroadcast(byA(dy, a, b), a.shape),
    b: () => unbroadcast(byB(dy, a, b), b.shape),
  }));
}

function same(dy: tf.Tensor): tf.Tensor {
  return dy;
}

/** A choice and not a product with 0, which would make NaN of an infinite gradient. */
function where(condition: tf.Tensor, dy: tf.Tensor): tf.Tensor {
  return select(condition, dy, tf.zerosLike(dy));
}

/** log(a) where a is positive, else 0, and without a NaN on the way that would spoil its own gradient. */
function logOfPositive(a: tf.Tensor): tf.Tensor {
  return tf.log(select(tf.greater(a, 0), a, tf.onesLike(a)));
}

/** `tf.where` for tensors of one shape: without what broadcasts them, 0.3 kB less in a bundle. */
function select(condition: tf.Tensor, t: tf.Tensor, e: tf.Tensor): tf.Tensor {
  return runKernel('Select', { condition, t, e });
}
