import { addressOf, layoutOf, type StateLayout } from './layout.ts';
import type { PixelMachine } from './pixel-machine.ts';
import type { Phase, PixelProgram } from './program.ts';
import { createStep } from './steps/create-step.ts';
import type { Step } from './steps/step.ts';

export interface MachineOptions {
  /** How many images. */
  readonly count: number;
  readonly height: number;
  readonly width: number;
  /** [images, height, width, channels] or, where it is the same for all pixels, [images, channels]. */
  readonly condition?: Float32Array;
}

/** The machine on the host: float32 in a fixed order, so that it gives the same bits on every engine, and beside any other images. */
export class HostMachine implements PixelMachine {
  readonly bytes: number;
  readonly #layout: StateLayout;
  readonly #state: Float32Array;
  readonly #steps: Readonly<Record<Phase, readonly Step[]>>;
  readonly #program: PixelProgram;
  /** The first number of each image. */
  readonly #images: readonly number[];
  readonly #parameters: Float32Array;

  constructor(program: PixelProgram, { count, height, width, condition }: MachineOptions) {
    const layout = layoutOf(program, height, width);
    const state = new Float32Array(count * layout.size);
    const steps = (phase: Phase) =>
      program.instructions
        .filter((instruction) => instruction.phase === phase)
        .map((instruction) => createStep(instruction, layout, state));
    this.#program = program;
    this.#layout = layout;
    this.#state = state;
    this.#steps = { once: steps('once'), row: steps('row'), pixel: steps('pixel'), image: steps('image') };
    this.#images = Array.from({ length: count }, (_, image) => image * layout.size);
    this.#parameters = new Float32Array(count * layout.maps[program.output]!.channels);
    this.bytes = state.byteLength;
    if (condition !== undefined) this.#setCondition(condition);
    for (const step of this.#steps.once) this.#run(step, 0, 0);
  }

  startRow(row: number): void {
    for (const step of this.#steps.row) {
      if (row % step.scale !== 0) continue;
      const width = Math.ceil(this.#layout.width / step.scale);
      if (step.backwards && row === 0) continue; // there is no row before the first
      for (let i = 0; i < width; i++) {
        if (step.backwards) this.#run(step, row / step.scale - 1, width - 1 - i);
        else this.#run(step, row / step.scale, i);
      }
    }
  }

  parameters(row: number, column: number): Float32Array {
    for (const step of this.#steps.pixel) {
      if (row % step.scale === 0 && column % step.scale === 0) this.#run(step, row / step.scale, column / step.scale);
    }
    const output = this.#layout.maps[this.#program.output]!;
    const at = addressOf(output, row, column);
    for (const [i, image] of this.#images.entries()) {
      this.#parameters.set(this.#state.subarray(image + at, image + at + output.channels), i * output.channels);
    }
    return this.#parameters;
  }

  setPixel(row: number, column: number, values: ArrayLike<number>): void {
    const map = this.#layout.maps[this.#program.image]!;
    const at = addressOf(map, row, column);
    for (const [i, image] of this.#images.entries()) {
      for (let channel = 0; channel < map.channels; channel++) {
        this.#state[image + at + channel] = values[i * map.channels + channel]!;
      }
    }
    for (const step of this.#steps.image) this.#run(step, row, column);
  }

  dispose(): void {}

  #run(step: Step, row: number, column: number): void {
    for (const image of this.#images) step.run(image, row, column);
  }

  #setCondition(condition: Float32Array): void {
    const { base } = this.#layout.maps[this.#program.condition!]!;
    const size = condition.length / this.#images.length;
    for (const [i, image] of this.#images.entries()) {
      this.#state.set(condition.subarray(i * size, (i + 1) * size), image + base);
    }
  }
}
