import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { Machine } from '../../wasm/machine.ts';
import { define } from '../kernel.ts';
import { stepAlong } from './along.ts';
import { blocksOf, runBlocks } from './blocks.ts';
import type { Pass } from './passes.ts';
import { type Axes, holds, reduce } from './reduce.ts';

/** Added up in float64 and rounded once; int32 wraps around, as in a typed array. */
export const sumKernel = () =>
  define<{ x: TensorInfo }, Axes>('Sum', {
    fits: ({ inputs: { x } }) => holds(x, 'float32', 'int32'),
    run: ({ inputs: { x }, attrs, backend }) => reduce(backend, x, attrs, x.dtype === 'int32' ? stepAlong('integerSum') : sum),
  });

export const meanKernel = () =>
  define<{ x: TensorInfo }, Axes>('Mean', {
    fits: ({ inputs: { x } }) => holds(x, 'float32'),
    run({ inputs: { x }, attrs, backend }) {
      const count = util.parseAxisParam(attrs.axis, x.shape).reduce((product, axis) => product * x.shape[axis]!, 1);
      return reduce(backend, x, attrs, (machine, from, to, pass, isLast) => sumOver(isLast ? count : 1, machine, from, to, pass));
    },
  });

function sum(machine: Machine, from: number, to: number, pass: Pass): void {
  sumOver(1, machine, from, to, pass);
}

/** Sums, divided. */
function sumOver(divisor: number, machine: Machine, from: number, to: number, pass: Pass): void {
  const { outer, inner } = pass;
  const blocks = blocksOf(pass);
  if (blocks === 1) {
    runBlocks(machine, 'sum', from, to, pass, divisor);
    return;
  }
  machine.withScratch(outer * blocks * inner * 8, (scratch) => {
    runBlocks(machine, 'sum', from, scratch, pass, divisor);
    machine.run('sumBlocks', 1, scratch, to, outer, blocks, inner, divisor);
  });
}
