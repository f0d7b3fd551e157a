import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Machine } from '../../wasm/machine.ts';
import { define } from '../kernel.ts';
import { blocksOf, runBlocks } from './blocks.ts';
import type { Pass } from './passes.ts';
import { holds, reduce } from './reduce.ts';

interface Attributes {
  readonly reductionIndices: number | number[]; // for Max
  readonly axis: number | number[]; // for Min
  readonly keepDims: boolean;
}

/** The bit that turns the largest number into the smallest: every number's sign is flipped before, and back after. */
export const SIGN = 1 << 31;

export const maxKernel = () => extreme('Max', 0);

export const minKernel = () => extreme('Min', SIGN);

function extreme(kernelName: 'Max' | 'Min', sign: number) {
  const step = (machine: Machine, from: number, to: number, pass: Pass) => largest(sign, machine, from, to, pass);
  return define<{ x: TensorInfo }, Attributes>(kernelName, {
    fits: ({ inputs: { x } }) => holds(x, 'float32'),
    run: ({ inputs: { x }, attrs, backend }) =>
      reduce(backend, x, { axis: attrs.reductionIndices ?? attrs.axis, keepDims: attrs.keepDims }, step),
  });
}

/** Of the blocks, and then of what they gave, until that is one block. */
function largest(sign: number, machine: Machine, from: number, to: number, pass: Pass): void {
  const { outer, inner } = pass;
  const blocks = blocksOf(pass);
  if (blocks === 1) {
    runBlocks(machine, 'max', from, to, pass, sign);
    return;
  }
  machine.withScratch(outer * blocks * inner * 4, (scratch) => {
    runBlocks(machine, 'max', from, scratch, pass, sign);
    largest(sign, machine, scratch, to, { outer, size: blocks, inner });
  });
}
