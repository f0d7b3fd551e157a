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

/** Zeros for the kernel of assembly/tally.ts: a cache line a chunk, of which it counts in the first word. */
const tallyOf = ({ memory, heap }: Machine, chunks: number) => new Int32Array(memory.buffer, heap.allocate(64 * chunks), 16 * chunks).fill(0);
const firstOfLines = (counts: Int32Array) => Array.from(counts).filter((_, index) => index % 16 === 0);

test('helpers come up, take part, and every chunk is done once', async () => {
  const { machine, crew } = await crewOf(4);
  await expect.poll(() => crewSize(machine)).toBe(3);
  const counts = tallyOf(machine, 50);
  for (let round = 0; round < 3000; round++) machine.run('tally', 50, counts.byteOffset);
  expect(firstOfLines(counts)).toEqual(Array(50).fill(3000));
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
  const counts = tallyOf(machine, 2);
  machine.run('tally', 2, counts.byteOffset);
  expect(firstOfLines(counts)).toEqual([1, 1]);
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
