import type { Machine } from '../../wasm/machine.ts';

/** A program of core's autoregressive networks, encoded: its autoregressive/encode/encoded-program.ts says what each of these is. */
export interface Attributes {
  readonly words: Int32Array;
  readonly weights: Float32Array;
  readonly phases: Readonly<Record<string, { readonly from: number; readonly to: number; readonly width: number }>>;
  readonly size: number;
  readonly depth: number;
  readonly filters: number;
  /** Images. */
  readonly count: number;
}

/** Images that a thread takes at once. */
const IMAGES = 4;

/** Runs a program on images whose state lies in WebAssembly's memory, until it is disposed. */
export class PixelSteps {
  readonly #machine: Machine;
  readonly #attributes: Attributes;
  readonly #places: Places;
  #state: Float32Array;

  /** Throws 'out-of-memory'. */
  constructor(machine: Machine, attributes: Attributes) {
    this.#machine = machine;
    this.#attributes = attributes;
    this.#places = place(machine, attributes);
    this.#state = this.#view();
    this.#state.fill(0);
    const { program, weights } = this.#places;
    new Int32Array(machine.memory.buffer, program, attributes.words.length).set(attributes.words);
    new Float32Array(machine.memory.buffer, weights, attributes.weights.length).set(attributes.weights);
  }

  get state(): Float32Array {
    if (this.#state.buffer !== this.#machine.memory.buffer) this.#state = this.#view(); // memory moved
    return this.#state;
  }

  run(phase: string, row: number, column: number): void {
    const { phases, count, size } = this.#attributes;
    const { from, to, width } = phases[phase]!;
    if (from === to) return;
    const { program, weights, state, scratch, scratchBytes, gatherBytes, sumBytes } = this.#places;
    const chunks = Math.ceil(count / IMAGES);
    const where = [row, column, width, scratch, scratchBytes, gatherBytes, sumBytes] as const;
    this.#machine.run('pixelSteps', chunks, program, weights, from, to, state, 4 * size, count, IMAGES, ...where);
  }

  dispose(): void {
    this.#machine.heap.free(this.#places.block);
  }

  #view(): Float32Array {
    const { count, size } = this.#attributes;
    return new Float32Array(this.#machine.memory.buffer, this.#places.state, count * size);
  }
}

/** One block of memory, and what lies where in it. */
interface Places {
  readonly block: number;
  readonly program: number;
  readonly weights: number;
  readonly state: number;
  readonly scratch: number;
  /** Of scratch memory, for each thread. */
  readonly scratchBytes: number;
  /** Of an image's gathered inputs, and of its sums, in it. */
  readonly gatherBytes: number;
  readonly sumBytes: number;
}

function place(machine: Machine, { words, weights, count, size, depth, filters }: Attributes): Places {
  const gatherBytes = roundUp(4 * depth, 16) + 16; // whole vectors are copied
  const sumBytes = roundUp(4 * filters, 32);
  const scratchBytes = roundUp(64 + 4 * IMAGES + IMAGES * (gatherBytes + sumBytes), 128);
  const lengths = [words.byteLength, weights.byteLength, 4 * count * size, machine.threads * scratchBytes];
  const starts = lengths.map((_, i) => lengths.slice(0, i).reduce((sum, length) => sum + roundUp(length, 64), 0));
  const block = machine.allocate(starts[3]! + lengths[3]!);
  const [program, weightsAt, state, scratch] = starts.map((start) => block + start) as [number, number, number, number];
  return { block, program, weights: weightsAt, state, scratch, scratchBytes, gatherBytes, sumBytes };
}

function roundUp(bytes: number, unit: number): number {
  return Math.ceil(bytes / unit) * unit;
}
