import type { StateLayout } from './layout.ts';
import type { PixelSteps } from './pixel-steps.ts';
import type { Phase, PixelProgram } from './program.ts';
import { createStep } from './steps/create-step.ts';
import type { Step } from './steps/step.ts';

/** Runs a program on the host: float32 in a fixed order, so that it gives the same bits on every engine, and beside any other images. */
export class HostSteps implements PixelSteps {
  readonly state: Float32Array;
  readonly #width: number;
  readonly #steps: Readonly<Record<Phase, readonly Step[]>>;
  /** The first number of each image. */
  readonly #images: readonly number[];

  constructor(program: PixelProgram, layout: StateLayout, count: number) {
    const state = new Float32Array(count * layout.size);
    const steps = (phase: Phase) =>
      program.instructions
        .filter((instruction) => instruction.phase === phase)
        .map((instruction) => createStep(instruction, layout, state));
    this.state = state;
    this.#width = layout.width;
    this.#steps = { once: steps('once'), row: steps('row'), pixel: steps('pixel'), image: steps('image') };
    this.#images = Array.from({ length: count }, (_, image) => image * layout.size);
  }

  run(phase: Phase, row: number, column: number): void {
    for (const step of this.#steps[phase]) {
      if (row % step.scale !== 0) continue;
      if (phase === 'row') this.#runAlongRow(step, row / step.scale);
      else if (column % step.scale === 0) this.#runAtPixel(step, row / step.scale, column / step.scale);
    }
  }

  dispose(): void {}

  #runAlongRow(step: Step, row: number): void {
    if (step.backwards && row === 0) return; // there is no row before the first
    const width = Math.ceil(this.#width / step.scale);
    for (let i = 0; i < width; i++) {
      if (step.backwards) this.#runAtPixel(step, row - 1, width - 1 - i);
      else this.#runAtPixel(step, row, i);
    }
  }

  #runAtPixel(step: Step, row: number, column: number): void {
    for (const image of this.#images) step.run(image, row, column);
  }
}
