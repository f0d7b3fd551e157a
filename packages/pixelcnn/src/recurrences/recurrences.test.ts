import { compile, createHostMachine, createRng, MaskedConv2d, type PixelNetwork, type PixelOps, type PixelRecurrence, parallelOps, registerAllGradients } from '@genmodels/core';
import { gradientErrors } from '@genmodels/core/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { DiagonalRecurrence } from './diagonal-recurrence.ts';
import { diagonalFrames, type FramePlan, rowFrames } from './frame-plan.ts';
import { RowRecurrence } from './row-recurrence.ts';
import { scanLstm } from './scan-lstm.ts';

const rng = createRng(2);
const hidden = 3;
const input = new MaskedConv2d({ inputs: 2, filters: 4 * hidden, kernelSize: 3, type: 'A' }, rng.fork('input'));
input.bias!.assign(rng.fork('bias').normal([4 * hidden]));

interface Case {
  readonly recurrence: PixelRecurrence & { readonly kernel: tf.Variable<tf.Rank.R3> };
  /** Whether its states are shown to the next row only. */
  readonly late: boolean;
  readonly frames: (height: number, width: number) => FramePlan;
}

const cases: [string, Case][] = [
  ['row by row', { recurrence: new RowRecurrence(hidden, rng.fork('row')), late: false, frames: rowFrames }],
  ['from the left', { recurrence: new DiagonalRecurrence({ hidden, side: 'left' }, rng.fork('left')), late: false, frames: (h, w) => diagonalFrames(h, w, 'left') }],
  ['from the right', { recurrence: new DiagonalRecurrence({ hidden, side: 'right' }, rng.fork('right')), late: true, frames: (h, w) => diagonalFrames(h, w, 'right') }],
];

beforeAll(() => registerAllGradients());

describe.each(cases)('%s', (_, { recurrence, late, frames }) => {
  test.each([[4, 5], [5, 3], [1, 4], [4, 1], [2, 2]])('a scan of %i x %i pixels gives what the pixels give one after the other', async (height, width) => {
    const network: PixelNetwork = {
      apply<T>(ops: PixelOps<T>, x: T): T {
        const states = ops.recur(recurrence, ops.apply(input, x));
        return late ? ops.shiftDown(states) : states;
      },
    };
    expect(await gap(network, height, width)).toBeLessThan(1e-5);
  });

  test('its gradients, and theirs, are those of finite differences', async () => {
    const [height, width] = [3, 4];
    const inputs = [rng.fork('gates').normal([2, height, width, 4 * hidden]), tf.clone(recurrence.kernel)];
    const run = (gates: tf.Tensor, kernel: tf.Tensor) =>
      scanLstm(gates as tf.Tensor4D, kernel as tf.Tensor3D, { plan: frames(height, width), taps: recurrence.taps });
    const before = tf.memory().numTensors;
    const errors = await gradientErrors(run, inputs);
    expect(Math.max(...errors)).toBeLessThan(2e-3);
    expect(tf.memory().numTensors).toBe(before);
    tf.dispose(inputs);
  });
});

/** The largest difference of the two readings, over all pixels of two images. */
async function gap(network: PixelNetwork, height: number, width: number): Promise<number> {
  const x = rng.fork('x').normal<tf.Rank.R4>([2, height, width, 2]);
  const whole = tf.tidy(() => network.apply(parallelOps(), x));
  const machine = createHostMachine(await compile(network, { channels: 2 }), { count: 2, height, width });
  const [pixels, wanted] = [await x.array(), await whole.array()];
  let worst = 0;
  for (let row = 0; row < height; row++) {
    machine.startRow(row);
    for (let column = 0; column < width; column++) {
      const got = await machine.parameters(row, column);
      wanted.flatMap((image) => image[row]![column]!).forEach((value, i) => {
        worst = Math.max(worst, Math.abs(value - got[i]!));
      });
      machine.setPixel(row, column, pixels.flatMap((image) => image[row]![column]!));
    }
  }
  tf.dispose([x, whole]);
  return worst;
}
