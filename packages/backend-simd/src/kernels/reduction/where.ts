import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { Machine } from '../../wasm/machine.ts';
import { define } from '../kernel.ts';
import { SIGN } from './largest.ts';
import { aroundAxis, type Pass, shapeWithout } from './passes.ts';
import { holds } from './reduce.ts';

/** Numbers that a thread reads at a time. */
const CHUNK = 16384;

export const argMaxKernel = () => where('ArgMax', 0);

export const argMinKernel = () => where('ArgMin', SIGN);

function where(kernelName: 'ArgMax' | 'ArgMin', sign: number) {
  return define<{ x: TensorInfo }, { axis: number }>(kernelName, {
    fits: ({ inputs: { x } }) => holds(x, 'float32'),
    run({ inputs: { x }, attrs, backend }) {
      const [axis] = util.parseAxisParam(attrs.axis, x.shape);
      const out = backend.empty(shapeWithout(x.shape, [axis!], false), 'int32');
      find(backend.machine, backend.addressOf(x), backend.addressOf(out), aroundAxis(x.shape, axis!), sign);
      return out;
    },
  });
}

function find(machine: Machine, from: number, to: number, { outer, size, inner }: Pass, sign: number): void {
  if (inner === 1) {
    const perChunk = Math.ceil(CHUNK / size);
    machine.run('argMaxRows', Math.ceil(outer / perChunk), from, to, outer, size, perChunk, sign);
  } else {
    const perChunk = Math.ceil(CHUNK / size / 4);
    const vectors = outer * Math.ceil(inner / 4);
    machine.run('argMaxColumns', Math.ceil(vectors / perChunk), from, to, outer, size, inner, perChunk, sign);
  }
}
