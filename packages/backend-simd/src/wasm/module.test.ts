import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { isShared } from './module.ts';

test.each([true, false])('shared memory is told from private (shared: %s), also where a test runner has its own globals', (shared) => {
  const limits = { initial: 1, maximum: 1, shared };
  expect(isShared(new WebAssembly.Memory(limits))).toBe(shared);
  expect(isShared(runInNewContext('new WebAssembly.Memory(limits)', { limits }))).toBe(shared);
});
