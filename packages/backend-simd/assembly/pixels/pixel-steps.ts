import { thread } from '../crew';
import { ARGUMENTS } from '../layout';
import { activatePixel } from './activate';
import { convolvePixel } from './convolve';
import { addPixels, affinePixel, copyPixel, multiplyPixels } from './elementwise';
import { Group, groupIn, IMAGES } from './group';
import { recurPixel } from './recur';
import { ACTIVATE, Activate, ADD, AFFINE, Affine, Combine, CONVOLVE, Convolve, COPY, Copy, Instruction, MULTIPLY, Recur, RECUR } from './words';

/** The arguments of `pixelSteps`. */
@unmanaged
class Steps {
  program: usize; weights: usize;
  /** Offsets of the first instruction and behind the last. */
  from: usize; to: usize;
  state: usize;
  /** Bytes from image to image. */
  step: usize;
  images: i32;
  /** In the image's rows and columns. */
  row: i32; column: i32;
  /** Columns of the image where whole rows are computed; 0 for a single pixel. */
  width: i32;
  /** The most that sums take, and scratch for that: its address, and bytes a thread. */
  depth: i32; filters: i32; scratch: usize; scratchBytes: usize;
}

/** Runs instructions at a pixel, or along a row, for a few of the images: their state changes, and nothing else. */
export function pixelSteps(chunk: i32): void {
  const steps = changetype<Steps>(ARGUMENTS), first = chunk * <i32>IMAGES;
  const group = groupIn(steps.scratch + <usize>thread * steps.scratchBytes, steps.depth, steps.filters);
  group.program = steps.program; group.weights = steps.weights;
  group.state = steps.state + <usize>first * steps.step; group.step = steps.step;
  group.count = min(<i32>IMAGES, steps.images - first);
  const end = steps.program + steps.to;
  for (let at = steps.program + steps.from; at < end; at += (<usize>changetype<Instruction>(at).length) << 2) {
    if (steps.width) runAlongRow(group, changetype<Instruction>(at), steps.row, steps.width);
    else runAtPixel(group, changetype<Instruction>(at), steps.row, steps.column);
  }
}

function runAtPixel(group: Group, instruction: Instruction, row: i32, column: i32): void {
  const scale = instruction.scale;
  if (row % scale || column % scale) return;
  group.row = row / scale; group.column = column / scale;
  run(group, instruction);
}

function runAlongRow(group: Group, instruction: Instruction, row: i32, width: i32): void {
  const scale = instruction.scale;
  if (row % scale) return;
  const columns = (width + scale - 1) / scale;
  const backwards = instruction.operation == RECUR && changetype<Recur>(instruction).backwards;
  if (backwards && row == 0) return; // there is no row before the first
  group.row = row / scale - <i32>backwards;
  for (let i = 0; i < columns; i++) {
    group.column = backwards ? columns - 1 - i : i;
    run(group, instruction);
  }
}

function run(group: Group, instruction: Instruction): void {
  switch (instruction.operation) {
    case CONVOLVE: return convolvePixel(group, changetype<Convolve>(instruction));
    case ACTIVATE: return activatePixel(group, changetype<Activate>(instruction));
    case AFFINE: return affinePixel(group, changetype<Affine>(instruction));
    case ADD: return addPixels(group, changetype<Combine>(instruction));
    case MULTIPLY: return multiplyPixels(group, changetype<Combine>(instruction));
    case COPY: return copyPixel(group, changetype<Copy>(instruction));
    case RECUR: return recurPixel(group, changetype<Recur>(instruction));
  }
}
