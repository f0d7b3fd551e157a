import type { StateLayout } from '../layout.ts';
import type { PixelActivation } from '../pixel-ops.ts';
import type { Convolve, Instruction, Recur, Tap } from '../program.ts';
import type { WeightWriter } from './weight-writer.ts';

// Numbers of assembly/pixels/words.ts, and of activate.ts beside it.
const operations = { convolve: 0, activate: 1, affine: 2, add: 3, multiply: 4, copy: 5, recur: 6 } as const;
const activations: Readonly<Record<PixelActivation, number>> = { relu: 1, elu: 2, tanh: 3, sigmoid: 4, concatElu: 5, gated: 6 };

/** The words of an instruction: what to do, their number, the output's scale and map, the input's map, and then what that takes. */
export function encodeInstruction(instruction: Instruction, layout: StateLayout, weights: WeightWriter): number[] {
  const { output } = instruction;
  const { scale, channels } = layout.maps[output]!;
  const record = (op: keyof typeof operations, input: number, ...rest: number[]) => [
    operations[op],
    5 + rest.length,
    scale,
    output,
    input,
    ...rest,
  ];
  switch (instruction.op) {
    case 'convolve':
      return record('convolve', instruction.input, ...convolveWords(instruction, weights));
    case 'activate':
      return record('activate', instruction.input, activations[instruction.activation]);
    case 'affine':
      return record('affine', instruction.input, bitsOf(instruction.scale), bitsOf(instruction.offset));
    case 'add':
    case 'multiply':
      return record(instruction.op, ...instruction.inputs);
    case 'concat':
      return concatenated(instruction.inputs, layout).flatMap(({ input, to, count }) =>
        record('copy', input, 0, to, count, 0, 0),
      );
    case 'slice':
      return record('copy', instruction.input, instruction.begin, 0, channels, 0, 0);
    case 'shift':
      return record('copy', instruction.input, 0, 0, channels, instruction.row, instruction.column);
    case 'recur':
      return record('recur', instruction.gates, ...recurWords(instruction, 4 * channels, weights));
  }
}

/** Each part, where it goes and how many channels it has. */
function concatenated(inputs: readonly number[], { maps }: StateLayout) {
  let next = 0;
  return inputs.map((input) => {
    const to = next;
    const count = maps[input]!.channels;
    next += count;
    return { input, to, count };
  });
}

function convolveWords({ taps, grow, shrink, bias, activation }: Convolve, weights: WeightWriter): number[] {
  const head = [activation ? activations[activation] : 0, grow, shrink, bias.length, weights.bias(bias)];
  let offset = (5 + head.length + taps.length) * Int32Array.BYTES_PER_ELEMENT;
  const lists = taps.map((list) => tapWords(list, bias.length, weights));
  const offsets = lists.map(({ length }) => {
    const own = offset;
    offset += length * Int32Array.BYTES_PER_ELEMENT;
    return own;
  });
  return [...head, ...offsets, ...lists.flat()];
}

function recurWords({ cells, cell, backwards, taps }: Recur, gates: number, weights: WeightWriter): number[] {
  return [cells, ...cell, backwards ? 1 : 0, ...tapWords(taps, gates, weights)];
}

/** Their number, where their weights are, and the place of each. */
function tapWords(taps: readonly Tap[], filters: number, weights: WeightWriter): number[] {
  const matrices = taps.map(({ weights }) => weights);
  return [taps.length, weights.matrix(matrices, filters), ...taps.flatMap(({ row, column }) => [row, column])];
}

function bitsOf(value: number): number {
  return new Int32Array(Float32Array.of(value).buffer)[0]!;
}
