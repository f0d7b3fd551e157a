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

/** Images that a thread takes at once: assembly/pixels/group.ts. */
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
    const { phases, count, size, depth, filters } = this.#attributes;
    const { from, to, width } = phases[phase]!;
    if (from === to) return;
    const { program, weights, state, scratch, scratchBytes } = this.#places;
    const where = [row, column, width, depth, filters, scratch, scratchBytes] as const;
    this.#machine.run('pixelSteps', Math.ceil(count / IMAGES), program, weights, from, to, state, 4 * size, count, ...where);
  }

  dispose(): void {
    this.#machine.heap.free(this.#places.program);
  }

  #view(): Float32Array {
    const { count, size } = this.#attributes;
    return new Float32Array(this.#machine.memory.buffer, this.#places.state, count * size);
  }
}

/** Addresses in one block of memory, which begins with the program. */
interface Places {
  readonly program: number;
  readonly weights: number;
  readonly state: number;
  readonly scratch: number;
  /** A thread. */
  readonly scratchBytes: number;
}

function place(machine: Machine, { words, weights, count, size, depth, filters }: Attributes): Places {
  const scratchBytes = onLines(machine.ask('pixelScratch', depth, filters));
  const weightsFrom = onLines(words.byteLength);
  const stateFrom = weightsFrom + onLines(weights.byteLength);
  const scratchFrom = stateFrom + onLines(4 * count * size);
  const program = machine.allocate(scratchFrom + machine.threads * scratchBytes);
  return { program, weights: program + weightsFrom, state: program + stateFrom, scratch: program + scratchFrom, scratchBytes };
}

/** Whole cache lines. */
function onLines(bytes: number): number {
  return Math.ceil(bytes / 64) * 64;
}
