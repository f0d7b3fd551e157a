import type { KernelConfig, LinSpaceAttrs, RangeAttrs } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend.ts';
import { define } from '../kernel.ts';
import { floatsOf, integersOf } from '../values.ts';

/**
 * `num` numbers from `start` to `stop`, both exact. Stock cpu adds up its rounded steps: of 100,001 from 0 to 1 the last is
 * 1.0009.
 */
export function linSpaceKernel(): KernelConfig {
  return define<object, LinSpaceAttrs>('LinSpace', {
    run({ attrs: { start, stop, num }, backend }) {
      const out = sequence(backend, start, (stop - start) / Math.max(num - 1, 1), num, 'float32');
      if (num > 1) floatsOf(backend, out)[num - 1] = stop;
      return out;
    },
  });
}

/** The numbers from `start` on that come before `stop`. As in tfjs, a step of 1 is one of -1 where `stop` is below. */
export function rangeKernel(): KernelConfig {
  return define<object, RangeAttrs>('Range', {
    run({ attrs: { start, stop, step, dtype }, backend }) {
      const by = stop < start && step === 1 ? -1 : step;
      return sequence(backend, start, by, Math.max(Math.ceil((stop - start) / by), 0), dtype);
    },
  });
}

function sequence(backend: SimdBackend, start: number, step: number, count: number, dtype: 'float32' | 'int32') {
  const out = backend.empty([count], dtype);
  const values = (dtype === 'int32' ? integersOf : floatsOf)(backend, out);
  for (let i = 0; i < count; i++) values[i] = start + i * step;
  return out;
}
