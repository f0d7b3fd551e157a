import type { StateLayout } from '../layout.ts';
import type { Instruction } from '../program.ts';
import { convolve } from './convolve.ts';
import { elementwise } from './elementwise.ts';
import { recur } from './recur.ts';
import type { Step } from './step.ts';

/** Makes an instruction ready to run on a state of this layout. */
export function createStep(instruction: Instruction, layout: StateLayout, state: Float32Array): Step {
  if (instruction.op === 'convolve') return convolve(instruction, layout, state);
  return instruction.op === 'recur' ? recur(instruction, layout, state) : elementwise(instruction, layout, state);
}
