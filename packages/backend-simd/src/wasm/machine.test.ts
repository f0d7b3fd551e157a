import { expect, test } from 'vitest';
import { loadBuild } from './builds.ts';
import { Machine } from './machine.ts';
import { compileProgram } from './module.ts';

const MiB = 2 ** 20;

async function machineOf(pages: number, shared: boolean): Promise<Machine> {
  const memory = new WebAssembly.Memory({ initial: 2, maximum: pages, shared });
  return new Machine(await compileProgram(await loadBuild('baseline'), memory));
}

test.each([true, false])('memory grows until it is full, says so, and goes on working (shared: %s)', async (shared) => {
  const machine = await machineOf(256, shared);
  const first = machine.allocate(6 * MiB);
  expect(() => machine.allocate(12 * MiB)).toThrow(
    '[genmodels/out-of-memory] no room for 12 MiB beside the 6 MiB in use: WebAssembly\'s memory ends at 4 GiB. Dispose tensors, or use smaller batches',
  );
  machine.heap.free(first);
  expect(machine.allocate(12 * MiB)).toBeGreaterThan(0);
});

test.each([true, false])('kernels work on memory that has grown (shared: %s)', async (shared) => {
  const machine = await machineOf(256, shared);
  machine.run('tally', 1, machine.allocate(64));
  const address = machine.allocate(9 * MiB);
  const last = () => new Int32Array(machine.memory.buffer, address + 9 * MiB - 64, 1);
  last()[0] = 6;
  machine.run('tally', (9 * MiB) / 64, address);
  expect(last()[0]).toBe(7);
});

test('a kernel that goes astray ends in an error, not in silence', async () => {
  const machine = await machineOf(4, true);
  expect(() => machine.run('tally', 1, 0xfffffff0)).toThrow('[genmodels/thread-failed] the kernel tally stopped in the middle');
});

test('scratch memory is free again when the work ends, and when it fails', async () => {
  const machine = await machineOf(16, false);
  const before = machine.heap.bytesInUse;
  expect(machine.withScratch(1000, (address) => address % 64)).toBe(0);
  expect(() => machine.withScratch(1000, () => { throw new Error('stop'); })).toThrow('stop');
  expect(machine.heap.bytesInUse).toBe(before);
});
