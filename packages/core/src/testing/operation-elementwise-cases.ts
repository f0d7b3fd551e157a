import * as tf from '@tensorflow/tfjs-core';
import { binary, type OperationCase, unary } from './operation-case.ts';

export function elementwiseCases(): OperationCase[] {
  const positive = (x: tf.Tensor) => tf.add(tf.square(x), 0.3);
  const inside = (x: tf.Tensor) => tf.mul(x, 0.3); // of (-1, 1)
  const cells = (x: tf.Tensor) => tf.div(x, 0.8); // no input lies near the steps
  const functions: Record<string, (x: tf.Tensor) => tf.Tensor> = {
    abs: tf.abs,
    acos: (x) => tf.acos(inside(x)),
    acosh: (x) => tf.acosh(tf.add(positive(x), 1)),
    asin: (x) => tf.asin(inside(x)),
    asinh: tf.asinh,
    atan: tf.atan,
    atanh: (x) => tf.atanh(inside(x)),
    ceil: (x) => tf.ceil(cells(x)),
    clip: (x) => tf.clipByValue(x, -0.64, 0.8),
    clone: tf.clone,
    cos: tf.cos,
    cosh: tf.cosh,
    elu: tf.elu,
    erf: tf.erf,
    exp: tf.exp,
    expm1: tf.expm1,
    floor: (x) => tf.floor(cells(x)),
    isFinite: (x) => tf.isFinite(x),
    isInf: (x) => tf.isInf(x),
    isNaN: (x) => tf.isNaN(x),
    leakyRelu: (x) => tf.leakyRelu(x, 0.1),
    log: (x) => tf.log(positive(x)),
    log1p: (x) => tf.log1p(positive(x)),
    logSigmoid: tf.logSigmoid,
    neg: tf.neg,
    onesLike: tf.onesLike,
    reciprocal: (x) => tf.reciprocal(positive(x)),
    relu: tf.relu,
    relu6: (x) => tf.relu6(tf.mul(x, 7.5)),
    round: (x) => tf.round(cells(x)),
    rsqrt: (x) => tf.rsqrt(positive(x)),
    selu: tf.selu,
    sigmoid: tf.sigmoid,
    sign: tf.sign,
    sin: tf.sin,
    sinh: tf.sinh,
    softplus: tf.softplus,
    sqrt: (x) => tf.sqrt(positive(x)),
    square: tf.square,
    step: (x) => tf.step(x, 0.3),
    tan: (x) => tf.tan(inside(x)),
    tanh: tf.tanh,
    'cast to int': (x) => tf.cast(cells(x), 'int32'),
    zerosLike: tf.zerosLike,
    logicalNot: (x) => tf.logicalNot(tf.cast(tf.greater(x, 0.48), 'bool')),
    swish: (x) => tf.mul(x, tf.sigmoid(x)),
  };
  return Object.entries(functions).map(([name, run]) => unary(name, [2, 3, 4], run));
}

export function binaryCases(): OperationCase[] {
  const flags = (x: tf.Tensor) => tf.greater(x, 0.16);
  const functions: Record<string, (a: tf.Tensor, b: tf.Tensor) => tf.Tensor> = {
    add: tf.add,
    sub: tf.sub,
    mul: tf.mul,
    div: (a, b) => tf.div(a, tf.add(tf.square(b), 0.5)),
    maximum: tf.maximum,
    minimum: tf.minimum,
    squaredDifference: tf.squaredDifference,
    atan2: (a, b) => tf.atan2(a, tf.add(tf.square(b), 0.3)),
    pow: (a, b) => tf.pow(tf.add(tf.square(a), 0.3), b),
    mod: (a, b) => tf.mod(a, tf.add(tf.mul(b, 0.005), 0.8)),
    floorDiv: (a, b) => tf.floorDiv(a, tf.add(tf.mul(b, 0.005), 0.8)),
    prelu: tf.prelu,
    equal: tf.equal,
    notEqual: tf.notEqual,
    greater: tf.greater,
    greaterEqual: tf.greaterEqual,
    less: tf.less,
    lessEqual: tf.lessEqual,
    logicalAnd: (a, b) => tf.logicalAnd(flags(a), flags(b)),
    logicalOr: (a, b) => tf.logicalOr(flags(a), flags(b)),
    'where, condition computed': (a, b) => tf.where(tf.greater(a, b), tf.square(a), b),
  };
  const full = [2, 3, 4];
  return Object.entries(functions).flatMap(([name, run]) => {
    const pair = (a: number[], b: number[]) => binary(`${name} [${a}] [${b}]`, a, b, run);
    const alongRows = { ...pair(full, [1, 3, 1]), wrongOn: name === 'prelu' ? ['wasm'] : [] };
    const ofPrelu = [pair(full, full), pair(full, [4]), alongRows];
    return name === 'prelu' ? ofPrelu : [...ofPrelu, pair([3, 1], [2, 1, 4]), pair([], [2, 3])];
  });
}
