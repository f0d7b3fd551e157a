import type { Phase } from './program.ts';

/** The state of some images, and what runs a program's instructions on it. */
export interface PixelSteps {
  /** The maps of one image after the other, as `layoutOf` places them. Ask for it anew after each run: memory may move. */
  readonly state: Float32Array;
  /** Runs the instructions of a phase at a pixel of the image; those of the phase 'row' along the whole row. */
  run(phase: Phase, row: number, column: number): void;
  dispose(): void;
}
