import { sigmoid, tanh } from '../functions.ts';
import { addressOf, type PlacedMap, type StateLayout } from '../layout.ts';
import type { Recur } from '../program.ts';
import { addTap } from './add-tap.ts';
import type { Step } from './step.ts';

const { fround } = Math;

/** An LSTM's next state: c = f c' + i g, h = o tanh(c), with the gates o, f, i, g one after another. Beside the image are zeros. */
export function recur({ gates, output, cells, taps, cell, backwards }: Recur, { maps }: StateLayout, state: Float32Array): Step {
  const [from, hidden, content] = [maps[gates]!, maps[output]!, maps[cells]!];
  const count = hidden.channels;
  const sums = new Float32Array(4 * count);
  return {
    scale: hidden.scale,
    backwards,
    run(image, row, column) {
      const input = image + addressOf(from, row, column);
      for (let i = 0; i < sums.length; i++) sums[i] = state[input + i]! + 0; // -0 becomes 0
      for (const tap of taps) {
        const at = placeOf(hidden, row + tap.row, column + tap.column);
        if (at !== undefined) addTap(state, image + at, count, tap.weights, sums);
      }
      const before = placeOf(content, row + cell[0], column + cell[1]);
      const [h, c] = [image + addressOf(hidden, row, column), image + addressOf(content, row, column)];
      for (let i = 0; i < count; i++) {
        const kept = before === undefined ? 0 : fround(sigmoid(sums[count + i]!) * state[image + before + i]!);
        const next = fround(kept + fround(sigmoid(sums[2 * count + i]!) * tanh(sums[3 * count + i]!)));
        state[c + i] = next;
        state[h + i] = sigmoid(sums[i]!) * tanh(next);
      }
    },
  };
}

/** Nothing beside the image. */
function placeOf(map: PlacedMap, row: number, column: number): number | undefined {
  return row < 0 || column < 0 || column >= map.width ? undefined : addressOf(map, row, column);
}
