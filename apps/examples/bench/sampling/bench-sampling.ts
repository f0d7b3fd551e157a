import { compile, createMachine, NaiveMachine, type PixelMachine } from '@genmodels/core';
import { PixelCnn } from '@genmodels/pixelcnn';
import { toText } from '../backend/text-table.ts';
import { medianOf } from '../measure.ts';
import { startBackend } from '../peers/start-backend.ts';

const images = 16;

/** Pixels that the naive sampler computes; every one costs it the same. */
const naivePixels = 8;

/**
 * `pnpm bench sampling`: seconds for 16 images of the reference PixelCNN (7x7 mask A to 64, seven blocks of h = 32, two 1x1 of 64) on
 * simd, two threads: the incremental sampler, and the naive one, which computes the whole network for every pixel.
 */
export async function benchSampling(): Promise<void> {
  const missing = await startBackend({ kind: 'simd', threads: 2 });
  if (missing !== undefined) throw new Error(missing);
  const rows: string[][] = [];
  for (const side of [28, 56]) {
    const model = new PixelCnn({ spec: { shape: [side, side, 1], domain: 'binary' } });
    const naive = (await naiveSeconds(model, side)) * side * side;
    const fast = (await medianOf(7, async () => (await model.sample({ count: images, seed: 0 })).dispose())) / 1000;
    const bytes = await stateBytes(model, side);
    rows.push([
      `${images} x ${side}x${side}`,
      naive.toFixed(1),
      fast.toFixed(3),
      (naive / fast).toFixed(0),
      (bytes / 1e6).toFixed(2),
    ]);
    model.dispose();
  }
  const headings = [['images'], ['naive s', `${naivePixels} pixels, scaled`], ['incremental s'], ['ratio'], ['state MB']];
  console.log(
    toText({ title: 'Sampling, medians; the goal is a ratio of 183 at 28x28, and 5 times the seconds at 56x56', headings, rows }),
  );
}

/** Of one pixel. */
async function naiveSeconds({ network }: PixelCnn, side: number): Promise<number> {
  const machine: PixelMachine = new NaiveMachine(network, { shape: [images, side, side, 1] });
  let pixel = 0;
  const milliseconds = await medianOf(naivePixels, async () => {
    await machine.parameters(0, pixel);
    machine.setPixel(0, pixel++, new Float32Array(images));
  });
  return milliseconds / 1000;
}

async function stateBytes({ network }: PixelCnn, side: number): Promise<number> {
  const machine = createMachine(await compile(network, { channels: 1 }), { count: images, height: side, width: side });
  const { bytes } = machine;
  machine.dispose();
  return bytes;
}
