import { compile, createMachine, NaiveMachine, type PixelMachine } from '@genmodels/core';
import { PixelCnn } from '@genmodels/pixelcnn';
import { medianOf } from '../measure.ts';

/** What it takes to draw some square images at once, on the current backend. */
export interface SamplingFigures {
  /** Seconds of all, the weights read and the images handed out included. */
  readonly incremental: number;
  /** Seconds of all by computing the whole network for every pixel: of some pixels, and scaled; every one costs the same. */
  readonly naive?: number;
  /** Of what is remembered of the images. */
  readonly stateBytes: number;
  /** By how much the process grew at most while it drew: weights, program and garbage too. */
  readonly grownBytes: number;
}

interface SamplingWishes {
  readonly images: number;
  /** Pixels along a side. */
  readonly side: number;
  /** Pixels that the naive sampler computes; 0 for no such figure. */
  readonly naivePixels: number;
}

/** Of the reference PixelCNN: 7x7 mask A to 64, seven blocks of h = 32, two 1x1 of 64. */
export async function measureSampling(wishes: SamplingWishes): Promise<SamplingFigures> {
  const { images, side, naivePixels } = wishes;
  const model = new PixelCnn({ spec: { shape: [side, side, 1], domain: 'binary' } });
  try {
    return {
      grownBytes: await grownBytes(model, images), // first, while nothing has grown
      incremental: (await medianOf(7, async () => (await model.sample({ count: images, seed: 0 })).dispose())) / 1000,
      stateBytes: await stateBytes(model, wishes),
      ...(naivePixels > 0 && { naive: (await naiveSeconds(model, wishes)) * side * side }),
    };
  } finally {
    model.dispose();
  }
}

async function grownBytes(model: PixelCnn, count: number): Promise<number> {
  const before = process.memoryUsage.rss();
  let most = before;
  for await (const _ of model.sampleRows({ count, seed: 0 })) most = Math.max(most, process.memoryUsage.rss());
  return most - before;
}

async function stateBytes({ network }: PixelCnn, { images, side }: SamplingWishes): Promise<number> {
  const machine = createMachine(await compile(network, { channels: 1 }), { count: images, height: side, width: side });
  const { bytes } = machine;
  machine.dispose();
  return bytes;
}

/** Of one pixel. */
async function naiveSeconds({ network }: PixelCnn, { images, side, naivePixels }: SamplingWishes): Promise<number> {
  const machine: PixelMachine = new NaiveMachine(network, { shape: [images, side, side, 1] });
  let pixel = 0;
  const milliseconds = await medianOf(naivePixels, async () => {
    await machine.parameters(0, pixel);
    machine.setPixel(0, pixel++, new Float32Array(images));
  });
  return milliseconds / 1000;
}
