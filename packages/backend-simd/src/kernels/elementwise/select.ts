import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import { define } from '../kernel.ts';
import { CHEAP } from './chunk.ts';

interface SelectInputs {
  readonly condition: TensorInfo;
  readonly t: TensorInfo;
  readonly e: TensorInfo;
}

/** A condition for every number, or, of rank 1, for every row; of the latter cpu's kernel repeats one number along the row. */
export const selectKernel = () =>
  define<SelectInputs>('Select', {
    fits: ({ inputs: { condition, t, e } }) =>
      condition.dtype === 'bool' && t.dtype === e.dtype && hasWords(t) && (isForNumbers(condition, t) || isForRows(condition, t)),
    run({ inputs: { condition, t, e }, backend }) {
      const out = backend.empty(t.shape, t.dtype);
      const addresses = [condition, t, e, out].map((tensor) => backend.addressOf(tensor));
      const size = util.sizeFromShape(t.shape);
      if (isForNumbers(condition, t)) backend.machine.run('select', Math.ceil(size / CHEAP), ...addresses, size, CHEAP);
      else backend.machine.run('selectRows', 1, ...addresses, t.shape[0]!, 4 * (size / t.shape[0]!));
      return out;
    },
  });

function hasWords({ dtype }: TensorInfo): boolean {
  return dtype === 'float32' || dtype === 'int32';
}

function isForNumbers(condition: TensorInfo, t: TensorInfo): boolean {
  return util.arraysEqual(condition.shape, t.shape);
}

function isForRows({ shape }: TensorInfo, t: TensorInfo): boolean {
  return shape.length === 1 && shape[0] === t.shape[0];
}
