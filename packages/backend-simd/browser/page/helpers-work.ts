import type { Machine } from '../../src/wasm/machine.ts';

// Words of assembly/layout.ts, 4 bytes each.
const word = {
  state: 64 / 4,
  ticket: 128 / 4,
  done: 192 / 4,
  kernel: 256 / 4,
  chunks: 260 / 4,
  size: 320 / 4,
  arguments: 512 / 4,
};

const patience = 5_000; // milliseconds

/**
 * Whether helpers have come up, and do a job that this thread announces as assembly/crew.ts does, but takes no part in. It never waits for
 * an event: a training loop need not either.
 */
export function helpersWork(machine: Machine): boolean {
  const words = new Int32Array(machine.memory.buffer);
  if (!spinUntil(() => Atomics.load(words, word.size) > 0)) return false;
  const [chunks, size] = [20, 20 * 16384];
  const [numbers, sums] = [machine.allocate(size * 4), machine.allocate(size * 4)];
  new Float32Array(machine.memory.buffer, numbers, size).fill(2);
  words.set([numbers, numbers, sums, size], word.arguments);
  announce(words, machine['kernels'].get('add')!, chunks);
  const isDone = spinUntil(() => Atomics.load(words, word.done) === chunks);
  return isDone && new Float32Array(machine.memory.buffer, sums, size).every((sum) => sum === 4);
}

function announce(words: Int32Array, kernel: number, chunks: number): void {
  words[word.kernel] = kernel;
  words[word.chunks] = chunks;
  Atomics.store(words, word.done, 0);
  Atomics.store(words, word.state, 0); // its lower half: the next chunk that nobody took
  Atomics.add(words, word.ticket, 1);
  Atomics.notify(words, word.ticket);
}

function spinUntil(isTrue: () => boolean): boolean {
  const end = performance.now() + patience;
  while (performance.now() < end) if (isTrue()) return true;
  return false;
}
