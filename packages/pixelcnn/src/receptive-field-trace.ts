import type { Instruction, PixelActivation } from '@genmodels/core';
import type { Marks } from './receptive-field-marks.ts';

type Only<Op extends Instruction['op']> = Extract<Instruction, { readonly op: Op }>;
type Tap = Only<'recur'>['taps'][number];

/** From what is marked in an instruction's output to what that depends on, whatever the numbers are. */
export function trace(instruction: Instruction, marks: Marks): void {
  if (instruction.op === 'convolve') traceConvolution(instruction, marks);
  else if (instruction.op === 'recur') traceRecurrence(instruction, marks);
  else traceElementwise(instruction, marks);
}

function traceConvolution({ input, output, taps, grow, shrink, bias, activation }: Only<'convolve'>, marks: Marks): void {
  for (const [row, column, channels] of marks.pixels(output)) {
    const sums = marked(channels).flatMap((channel) => sourcesOf(channel, bias.length, activation));
    if (sums.length === 0) continue;
    const [top, left] = [Math.floor(row / grow) * shrink, Math.floor(column / grow) * shrink];
    for (const tap of taps[(row % grow) * grow + (column % grow)]!) {
      traceTap(tap, bias.length, sums, marks.pixel(input, top + tap.row, left + tap.column));
    }
  }
}

/** A hidden state depends on its four gates and its cell, these on the states and the cell before: the last state is traced first. */
function traceRecurrence({ gates, output, cells, taps, cell, backwards }: Only<'recur'>, marks: Marks): void {
  for (const [row, column, hidden] of marks.pixels(output, backwards)) {
    const content = marks.pixel(cells, row, column)!;
    const count = hidden.length;
    const states = marked(hidden.map((state, i) => state | content[i]!));
    const sums = states.flatMap((state) => [state, count + state, 2 * count + state, 3 * count + state]);
    mark(marks.pixel(gates, row, column), sums);
    mark(marks.pixel(cells, row + cell[0], column + cell[1]), states);
    for (const tap of taps) traceTap(tap, 4 * count, sums, marks.pixel(output, row + tap.row, column + tap.column));
  }
}

/** Marks the inputs that count in one of the sums: weights [inputs, width]. */
function traceTap({ weights }: Tap, width: number, sums: readonly number[], inputs: Uint8Array | undefined): void {
  inputs?.forEach((seen, input) => {
    if (!seen && sums.some((sum) => weights[input * width + sum] !== 0)) inputs[input] = 1;
  });
}

function traceElementwise(instruction: Exclude<Instruction, Only<'convolve' | 'recur'>>, marks: Marks): void {
  for (const [row, column, channels] of marks.pixels(instruction.output)) {
    const outputs = marked(channels);
    switch (instruction.op) {
      case 'activate': {
        const input = marks.pixel(instruction.input, row, column);
        mark(
          input,
          outputs.flatMap((channel) => sourcesOf(channel, input!.length, instruction.activation)),
        );
        break;
      }
      case 'affine':
        mark(marks.pixel(instruction.input, row, column), outputs);
        break;
      case 'slice':
        mark(
          marks.pixel(instruction.input, row, column),
          outputs.map((channel) => channel + instruction.begin),
        );
        break;
      case 'shift':
        mark(marks.pixel(instruction.input, row + instruction.row, column + instruction.column), outputs);
        break;
      case 'add':
      case 'multiply':
        for (const input of instruction.inputs) mark(marks.pixel(input, row, column), outputs);
        break;
      case 'concat': {
        let begin = 0;
        for (const part of instruction.inputs.map((input) => marks.pixel(input, row, column)!)) {
          mark(
            part,
            outputs.map((channel) => channel - begin),
          );
          begin += part.length;
        }
      }
    }
  }
}

/** Of which of `count` channels an activation makes this one. */
function sourcesOf(channel: number, count: number, activation: PixelActivation | undefined): readonly number[] {
  if (activation === 'concatElu') return [channel % count];
  return activation === 'gated' ? [channel, channel + count / 2] : [channel];
}

function marked(channels: Uint8Array): number[] {
  return [...channels.keys()].filter((channel) => channels[channel]);
}

/** Whatever lies beside the map, or beside its channels, is not kept. */
function mark(pixel: Uint8Array | undefined, channels: readonly number[]): void {
  if (pixel) for (const channel of channels) pixel[channel] = 1;
}
