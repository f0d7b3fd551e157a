import type { KernelConfig } from '@tensorflow/tfjs-core';
import { addManyKernel } from './add-many.ts';
import { binary } from './binary.ts';
import { castKernel } from './cast.ts';
import { COSTLY } from './chunk.ts';
import { constantLike, fillKernel } from './fill.ts';
import { logical } from './logical.ts';
import { powKernel } from './pow.ts';
import { selectKernel } from './select.ts';
import { unary } from './unary.ts';

/** tfjs's name of a kernel, and that of ours in assembly/. */
export function elementwiseKernels(): KernelConfig[] {
  return [...unaryKernels(), ...binaryKernels(), ...questions(), ...otherKernels()];
}

function unaryKernels(): KernelConfig[] {
  return [
    unary('Abs', 'abs'),
    unary('Ceil', 'ceil'),
    unary('ClipByValue', 'clip', { attributes: ['clipValueMin', 'clipValueMax'] }),
    unary('Elu', 'elu', { chunk: COSTLY }),
    unary('Erf', 'erf', { chunk: COSTLY }),
    unary('Exp', 'exp', { chunk: COSTLY }),
    unary('Expm1', 'expMinusOne', { chunk: COSTLY }),
    unary('Floor', 'floor'),
    unary('LeakyRelu', 'leakyRelu', { attributes: ['alpha'] }),
    unary('Log', 'log', { chunk: COSTLY }),
    unary('Log1p', 'logOnePlus', { chunk: COSTLY }),
    unary('Neg', 'negative'),
    unary('Reciprocal', 'reciprocal'),
    unary('Relu', 'relu'),
    unary('Relu6', 'relu6'),
    unary('Round', 'round'),
    unary('Rsqrt', 'reciprocalSqrt'),
    unary('Selu', 'selu', { chunk: COSTLY }),
    unary('Sigmoid', 'sigmoid', { chunk: COSTLY }),
    unary('Sign', 'sign'),
    unary('Softplus', 'softplus', { chunk: COSTLY }),
    unary('Sqrt', 'sqrt'),
    unary('Square', 'square'),
    unary('Step', 'step', { attributes: ['alpha'] }),
    unary('Tanh', 'tanh', { chunk: COSTLY }),
  ];
}

function binaryKernels(): KernelConfig[] {
  return [
    binary('Add', 'add'),
    binary('EluGrad', 'eluGradient', { operands: ['dy', 'y'] }),
    binary('genmodels:StepProduct', 'stepProduct', { operands: ['dy', 'x'], inList: true }),
    binary('Maximum', 'maximum'),
    binary('Minimum', 'minimum'),
    binary('Multiply', 'multiply'),
    binary('Prelu', 'prelu', { operands: ['x', 'alpha'] }),
    binary('RealDiv', 'divide'),
    binary('SquaredDifference', 'squaredDifference'),
    binary('Sub', 'subtract'),
  ];
}

function questions(): KernelConfig[] {
  return [
    binary('Equal', 'equal', { dtype: 'bool' }),
    binary('Greater', 'greater', { dtype: 'bool' }),
    binary('GreaterEqual', 'greaterEqual', { dtype: 'bool' }),
    binary('Less', 'greater', { operands: ['b', 'a'], dtype: 'bool' }),
    binary('LessEqual', 'greaterEqual', { operands: ['b', 'a'], dtype: 'bool' }),
    binary('NotEqual', 'notEqual', { dtype: 'bool' }),
    unary('IsFinite', 'isFinite', { to: 'bool' }),
    unary('IsInf', 'isInfinite', { to: 'bool' }),
    unary('IsNan', 'isNan', { to: 'bool' }),
    unary('LogicalNot', 'not', { from: 'bool', to: 'bool' }),
    logical('LogicalAnd', 'and'),
    logical('LogicalOr', 'or'),
  ];
}

function otherKernels(): KernelConfig[] {
  const constants = [fillKernel(), constantLike('OnesLike', 1), constantLike('ZerosLike', 0)];
  return [...constants, addManyKernel(), castKernel(), powKernel(), selectKernel()];
}
