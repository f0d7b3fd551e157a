import { check, show } from '../../errors.ts';
import type { HostTensor } from './host-tensor.ts';

/** Throws 'invalid-value' where a value is NaN or infinite. */
export function checkFinite(name: string, { values }: HostTensor, advice: string): void {
  let i = 0;
  while (Number.isFinite(values[i])) i++; // `find` takes five times as long, and a checkpoint waits for it
  check(i === values.length, 'invalid-value', () => `tensor ${show(name)} must be finite, got ${values[i]}. ${advice}`);
}
