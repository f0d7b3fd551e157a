import { addressOf, type StateLayout } from '../layout.ts';
import type { Convolve } from '../program.ts';
import { activate } from './activate.ts';
import { addTap } from './add-tap.ts';
import type { Step } from './step.ts';

/** A convolution: bias, then tap by tap in the order of the kernel, then the activation. Beside the image are zeros. */
export function convolve(
  { input, output, taps, grow, shrink, bias, activation }: Convolve,
  { maps }: StateLayout,
  state: Float32Array,
): Step {
  const [from, to] = [maps[input]!, maps[output]!];
  const sums = new Float32Array(bias.length);
  return {
    scale: to.scale,
    run(image, row, column) {
      sums.set(bias);
      const [top, left] = [Math.floor(row / grow) * shrink, Math.floor(column / grow) * shrink];
      for (const tap of taps[(row % grow) * grow + (column % grow)]!) {
        const [r, c] = [top + tap.row, left + tap.column];
        if (r >= 0 && c >= 0 && c < from.width) addTap(state, image + addressOf(from, r, c), from.channels, tap.weights, sums);
      }
      activate(sums, 0, bias.length, activation, state, image + addressOf(to, row, column));
    },
  };
}
