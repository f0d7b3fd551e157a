import { check } from '../errors.ts';
import { addressOf, layoutOf, type StateLayout } from './layout.ts';
import type { PixelMachine } from './pixel-machine.ts';
import type { PixelSteps } from './pixel-steps.ts';
import type { PixelProgram } from './program.ts';

export interface MachineOptions {
  /** How many images. */
  readonly count: number;
  readonly height: number;
  readonly width: number;
  /** [images, height, width, channels] or, where it is the same for all pixels, [images, channels]. */
  readonly condition?: Float32Array;
}

/** What runs the program: on the host, or a kernel of the backend. */
export type OpenSteps = (program: PixelProgram, layout: StateLayout, count: number) => PixelSteps;

/** Computes only what a pixel adds, from what it remembers of those before it. Throws 'disposed' when used after `dispose()`. */
export class IncrementalMachine implements PixelMachine {
  readonly bytes: number;
  readonly #layout: StateLayout;
  #open: PixelSteps | undefined;
  readonly #program: PixelProgram;
  readonly #count: number;
  readonly #parameters: Float32Array;

  constructor(program: PixelProgram, { count, height, width, condition }: MachineOptions, open: OpenSteps) {
    const layout = layoutOf(program, height, width);
    checkCondition(program, layout, count, condition);
    this.#program = program;
    this.#layout = layout;
    this.#count = count;
    this.#parameters = new Float32Array(count * layout.maps[program.output]!.channels);
    this.#open = open(program, layout, count);
    this.bytes = this.#steps.state.byteLength;
    if (condition !== undefined) this.#setCondition(condition);
    this.#steps.run('once', 0, 0);
  }

  startRow(row: number): void {
    this.#steps.run('row', row, 0);
  }

  parameters(row: number, column: number): Float32Array {
    this.#steps.run('pixel', row, column);
    const { state } = this.#steps;
    const output = this.#layout.maps[this.#program.output]!;
    const { channels } = output;
    let from = addressOf(output, row, column);
    for (let i = 0; i < this.#count; i++, from += this.#layout.size) {
      for (let channel = 0; channel < channels; channel++) this.#parameters[i * channels + channel] = state[from + channel]!;
    }
    return this.#parameters;
  }

  setPixel(row: number, column: number, values: ArrayLike<number>): void {
    const { state } = this.#steps;
    const map = this.#layout.maps[this.#program.image]!;
    let to = addressOf(map, row, column);
    for (let i = 0; i < this.#count; i++, to += this.#layout.size) {
      for (let channel = 0; channel < map.channels; channel++) state[to + channel] = values[i * map.channels + channel]!;
    }
    this.#steps.run('image', row, column);
  }

  dispose(): void {
    this.#open?.dispose();
    this.#open = undefined;
  }

  get #steps(): PixelSteps {
    check(this.#open !== undefined, 'disposed', () => 'a machine must not be used after dispose(), make a new one');
    return this.#open;
  }

  #setCondition(condition: Float32Array): void {
    const { state } = this.#steps;
    const { base } = this.#layout.maps[this.#program.condition!]!;
    const size = condition.length / this.#count;
    for (let i = 0; i < this.#count; i++) {
      state.set(condition.subarray(i * size, (i + 1) * size), i * this.#layout.size + base);
    }
  }
}

/** Throws 'invalid-shape'. */
function checkCondition(program: PixelProgram, { maps }: StateLayout, count: number, condition: Float32Array | undefined): void {
  const map = program.condition === undefined ? undefined : maps[program.condition]!;
  const size = map && count * map.channels * Math.max(1, map.rows * map.width);
  check(
    condition?.length === size,
    'invalid-shape',
    () => `the condition of this network must be of ${size ?? 'no'} numbers, got ${condition?.length ?? 'none'}`,
  );
}
