import type { DataType, TensorInfo } from '@tensorflow/tfjs-core';
import { define } from '../kernel.ts';
import { map } from './map.ts';

/** Kernels of assembly/ by the types that they lead from and to. */
const conversions: Record<string, string | undefined> = {
  'bool int32': 'boolToInteger',
  'bool float32': 'boolToFloat',
  'int32 float32': 'integerToFloat',
  'float32 int32': 'floatToInteger',
  'float32 bool': 'isNotZero',
};

/** Between the types of numbers. cpu's hands integers and bools on as float32 without converting them: a kernel of ours would misread them. */
export const castKernel = () =>
  define<{ x: TensorInfo }, { dtype: DataType }>('Cast', {
    fits: ({ inputs: { x }, attrs: { dtype } }) => conversion(x, dtype) !== undefined,
    run: ({ inputs: { x }, attrs: { dtype }, backend }) => map(backend, conversion(x, dtype)!, x, dtype),
  });

function conversion(x: TensorInfo, dtype: DataType): string | undefined {
  return conversions[`${x.dtype} ${dtype}`];
}
