import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test, vi } from 'vitest';
import { loadBuild } from '../wasm/builds.ts';
import { Machine } from '../wasm/machine.ts';
import { compileProgram, type Program } from '../wasm/module.ts';
import { startCrew } from './crew.ts';

async function programOf(): Promise<Program> {
  const memory = new WebAssembly.Memory({ initial: 2, maximum: 4096, shared: true });
  return compileProgram(await loadBuild('baseline'), memory);
}

async function crewOf(threads: number) {
  const program = await programOf();
  return { machine: new Machine(program), crew: await startCrew(threads - 1, program) };
}

/** The word of assembly/layout.ts in which helpers count themselves. */
const crewSize = (machine: Machine) => Atomics.load(new Int32Array(machine.memory.buffer), 320 / 4);

test('helpers come up, take part, and every chunk is done once', async () => {
  const { machine, crew } = await crewOf(4);
  await expect.poll(() => crewSize(machine)).toBe(3);
  const size = 50 * 16384;
  const [a, b] = [machine.allocate(size * 4), machine.allocate(size * 4)];
  new Float32Array(machine.memory.buffer, a, size).fill(1);
  new Float32Array(machine.memory.buffer, b, size).fill(0);
  for (let round = 0; round < 300; round++) machine.run('add', 50, a, b, b, size);
  expect(new Set(new Float32Array(machine.memory.buffer, b, size))).toEqual(new Set([300]));
  crew.stop();
});

test('helpers that cannot start do not count, and nothing else comes of it', async () => {
  const crew = await startCrew(2, { ...(await programOf()), kernels: ['unheard of'] });
  await expect.poll(() => crew.count).toBe(0);
});

test('where no thread can be had, there is no crew', async () => {
  const Worker = class { constructor() { throw new Error('ERR_ACCESS_DENIED'); } };
  vi.spyOn(process, 'getBuiltinModule').mockReturnValue({ Worker });
  const { machine, crew } = await crewOf(3);
  vi.restoreAllMocks();
  expect(crew.count).toBe(0);
  const [a, b] = [machine.allocate(8 * 16384), machine.allocate(8 * 16384)];
  new Float32Array(machine.memory.buffer, a, 2 * 16384).fill(1);
  machine.run('add', 2, a, a, b, 2 * 16384);
  expect(new Set(new Float32Array(machine.memory.buffer, b, 2 * 16384))).toEqual(new Set([2]));
});

test('an idle helper does not keep the process alive', async () => {
  const program = `
    import * as tf from '@tensorflow/tfjs-core';
    import { registerSimdBackend } from '@genmodels/backend-simd';
    if (tf.findBackendFactory('simd')) throw new Error('it was registered by its import');
    registerSimdBackend({ threads: 3 });
    await tf.setBackend('simd');
    tf.enableProdMode();
    console.log(await tf.add(tf.ones([100000]), 1).data().then((values) => values[99999]));`;
  const root = fileURLToPath(new URL('../../../..', import.meta.url));
  const args = ['--import', 'tsx', '--conditions=@genmodels/source', '--input-type=module', '--eval', program];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, timeout: 15_000 });
  expect(stdout.trim()).toBe('2');
});
