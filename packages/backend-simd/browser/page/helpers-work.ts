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
  const chunks = 20;
  const counts = new Int32Array(machine.memory.buffer, machine.allocate(64 * chunks), 16 * chunks).fill(0);
  words[word.arguments] = counts.byteOffset;
  announce(words, machine['kernels'].get('tally')!, chunks);
  const isDone = spinUntil(() => Atomics.load(words, word.done) === chunks);
  return isDone && counts.every((count, index) => count === (index % 16 === 0 ? 1 : 0));
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
