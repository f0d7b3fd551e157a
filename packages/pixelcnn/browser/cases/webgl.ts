import * as tf from '@tensorflow/tfjs-core';
import { startBackend } from '../../../../checks/browser/start-backend.ts';
import { PixelCnn } from '../../src/pixel-cnn.ts';
import { type GoldenModel, goldenModels, setGoldenWeights } from '../../src/testing/golden-models.ts';
import { countReads } from '../count-reads.ts';

export const alsoInWorker = true;

/** Sampling where the current backend is a GPU: its weights are read, and the pixels are computed beside it. */
export const cases: readonly { readonly name: string; run(): Promise<void> }[] = [
  ...goldenModels.map(([name, create]) => ({
    name: `${name} draws on webgl what it draws on cpu`,
    run: () => drawsAlike(create),
  })),
  { name: 'larger images are read from the GPU no more often', run: readsAlike },
];

async function drawsAlike(create: () => GoldenModel): Promise<void> {
  const onCpu = await drawOn('cpu', create);
  const onWebgl = await drawOn('webgl', create);
  const naive = await drawOn('webgl', create, false);
  if (new Set(onCpu.split(',')).size < 2) throw new Error(`images of one level show nothing: ${onCpu}`);
  if (onWebgl !== onCpu) throw new Error(`webgl must draw ${onCpu}, got ${onWebgl}`);
  if (naive !== onCpu) throw new Error(`the naive sampler on webgl must draw ${onCpu}, got ${naive}`);
}

/** The values of three images, one after another. */
async function drawOn(backend: 'cpu' | 'webgl', create: () => GoldenModel, incremental = true): Promise<string> {
  await start(backend);
  const model = create();
  setGoldenWeights(model);
  const images = await model.sample({ count: 3, seed: 0, incremental });
  const values = String(await images.data());
  images.dispose();
  model.dispose();
  return values;
}

async function readsAlike(): Promise<void> {
  await start('webgl');
  const [small, large] = [await readsOfSide(4), await readsOfSide(8)];
  if (small === 0 || large !== small) throw new Error(`8x8 must be read as often as 4x4, ${small} times, got ${large}`);
}

async function readsOfSide(side: number): Promise<number> {
  const model = new PixelCnn({
    spec: { shape: [side, side, 1], domain: 'binary' },
    filters: 2,
    blocks: 1,
    kernelSize: 3,
    hidden: 2,
  });
  try {
    return await countReads(async () => (await model.sample({ count: 2, seed: 0 })).dispose());
  } finally {
    model.dispose();
  }
}

async function start(backend: 'cpu' | 'webgl'): Promise<void> {
  await startBackend();
  await import('@tensorflow/tfjs-backend-webgl');
  if (!(await tf.setBackend(backend))) throw new Error(`${backend} did not start`);
}
