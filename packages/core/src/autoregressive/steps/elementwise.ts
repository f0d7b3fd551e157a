import { addressOf, type StateLayout } from '../layout.ts';
import type { Activate, Affine, Combine, Concat, Shift, Slice } from '../program.ts';
import { activate } from './activate.ts';
import type { Step } from './step.ts';

const { fround } = Math;

/** Steps whose output looks at one pixel of each input. */
export function elementwise(
  instruction: Activate | Affine | Combine | Concat | Slice | Shift,
  { maps }: StateLayout,
  state: Float32Array,
): Step {
  const to = maps[instruction.output]!;
  const { channels } = to;
  const step = (run: (row: number, column: number, image: number, output: number) => void): Step => ({
    scale: to.scale,
    run: (image, row, column) => run(row, column, image, image + addressOf(to, row, column)),
  });
  switch (instruction.op) {
    case 'activate': {
      const from = maps[instruction.input]!;
      return step((row, column, image, output) =>
        activate(state, image + addressOf(from, row, column), from.channels, instruction.activation, state, output),
      );
    }
    case 'affine': {
      const from = maps[instruction.input]!;
      const [scale, offset] = [fround(instruction.scale), fround(instruction.offset)];
      return step((row, column, image, output) => {
        const input = image + addressOf(from, row, column);
        for (let i = 0; i < channels; i++) state[output + i] = fround(state[input + i]! * scale) + offset;
      });
    }
    case 'add':
    case 'multiply': {
      const [a, b] = [maps[instruction.inputs[0]]!, maps[instruction.inputs[1]]!];
      const sum = instruction.op === 'add';
      return step((row, column, image, output) => {
        const [left, right] = [image + addressOf(a, row, column), image + addressOf(b, row, column)];
        for (let i = 0; i < channels; i++) {
          state[output + i] = sum ? state[left + i]! + state[right + i]! : state[left + i]! * state[right + i]!;
        }
      });
    }
    case 'concat': {
      const parts = instruction.inputs.map((input) => maps[input]!);
      return step((row, column, image, output) => {
        let at = output;
        for (const part of parts) {
          const input = image + addressOf(part, row, column);
          state.copyWithin(at, input, input + part.channels);
          at += part.channels;
        }
      });
    }
    case 'slice': {
      const from = maps[instruction.input]!;
      return step((row, column, image, output) => {
        const input = image + addressOf(from, row, column) + instruction.begin;
        state.copyWithin(output, input, input + channels);
      });
    }
    case 'shift': {
      const from = maps[instruction.input]!;
      return step((row, column, image, output) => {
        const [r, c] = [row + instruction.row, column + instruction.column];
        if (r < 0 || c < 0) state.fill(0, output, output + channels);
        else {
          const input = image + addressOf(from, r, c);
          state.copyWithin(output, input, input + channels);
        }
      });
    }
  }
}
