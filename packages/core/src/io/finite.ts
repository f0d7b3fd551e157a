import { check, show } from '../errors.ts';
import type { HostTensor } from './host-tensor.ts';

/** Throws 'invalid-value' where a value is NaN or infinite. */
export function checkFinite(name: string, { values }: HostTensor, advice: string): void {
  const bad = values.find((value: number) => !Number.isFinite(value));
  check(bad === undefined, 'invalid-value', () => `tensor ${show(name)} must be finite, got ${bad}. ${advice}`);
}
