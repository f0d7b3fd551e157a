import type { StateLayout } from '../layout.ts';
import type { Convolve, Instruction, Phase, PixelProgram, Recur } from '../program.ts';
import { encodeInstruction } from './encode-instruction.ts';
import type { EncodedPhase, EncodedProgram } from './encoded-program.ts';
import { WeightWriter } from './weight-writer.ts';

/** A program for images of one size, as a kernel reads it. */
export function encodeProgram({ instructions }: PixelProgram, layout: StateLayout): EncodedProgram {
  const bytes = Int32Array.BYTES_PER_ELEMENT;
  const weights = new WeightWriter();
  const words = layout.maps.flatMap(({ base, rows, width, channels }) => [base * bytes, rows, width, channels]);
  const write = (wanted: Phase): EncodedPhase => {
    const from = words.length * bytes;
    for (const instruction of instructions) {
      if (instruction.phase === wanted) words.push(...encodeInstruction(instruction, layout, weights));
    }
    return { from, to: words.length * bytes, width: wanted === 'row' ? layout.width : 0 };
  };
  const phases = { once: write('once'), row: write('row'), pixel: write('pixel'), image: write('image') };
  return { words: Int32Array.from(words), weights: weights.values, phases, size: layout.size, ...largest(instructions, layout) };
}

/** The room that sums take. */
function largest(
  instructions: readonly Instruction[],
  { maps }: StateLayout,
): { readonly depth: number; readonly filters: number } {
  const sums = instructions.filter((instruction) => instruction.op === 'convolve' || instruction.op === 'recur');
  const depths = sums.map((instruction) => longest(instruction) * maps[lookedAt(instruction)]!.channels);
  const filters = sums.map((instruction) =>
    instruction.op === 'convolve' ? instruction.bias.length : maps[instruction.gates]!.channels,
  );
  return { depth: Math.max(0, ...depths), filters: Math.max(0, ...filters) };
}

function longest(instruction: Convolve | Recur): number {
  return instruction.op === 'convolve' ? Math.max(...instruction.taps.map(({ length }) => length)) : instruction.taps.length;
}

function lookedAt(instruction: Convolve | Recur): number {
  return instruction.op === 'convolve' ? instruction.input : instruction.output;
}
