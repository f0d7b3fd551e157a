import { adam, createRng, fit, registerGradients } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { startBackend } from '../../../../checks/browser/start-backend.ts';
import { Gan } from '../../src/gan.ts';
import { GanGenerator } from '../../src/gan-generator.ts';
import { wassersteinGp } from '../../src/losses/wasserstein-gp.ts';
import { dcgan } from '../../src/networks/dcgan.ts';
import { resnet } from '../../src/networks/resnet.ts';

export const alsoInWorker = true;

/** Training and generating where the current backend is a GPU. */
export const cases: readonly { readonly name: string; run(): Promise<void> }[] = [
  { name: 'a generator gives on webgl what it gives on cpu', run: generatesAlike },
  { name: 'training on webgl, to the second order, goes where it goes on cpu', run: trainsAlike },
  { name: 'a loop of frames leaves no texture behind', run: loopIsTidy },
];

const spec = { shape: [9, 8, 2], domain: 'unit' } as const;

async function generatesAlike(): Promise<void> {
  for (const network of [dcgan({ width: 3, layers: 2 }), resnet({ width: 4 })]) {
    const draw = async () => {
      const generator = new GanGenerator({ spec, latent: 5, network });
      const images = generator.generate(createRng(1).normal<tf.Rank.R2>([3, 5]));
      const values = [...(await images.data())];
      images.dispose();
      generator.dispose();
      return values;
    };
    mustBeNear(await on('webgl', draw), await on('cpu', draw), 1e-4, network.config.kind);
  }
}

async function trainsAlike(): Promise<void> {
  const train = async () => {
    registerGradients();
    const gan = new Gan({ spec, latent: 3, network: dcgan({ width: 3, layers: 2 }), loss: wassersteinGp(), r1: 1 });
    const batch = (step: number) => ({
      x: createRng(2)
        .fork(step)
        .uniform([4, ...spec.shape]),
    });
    const options = { steps: 2, seed: 0, reportEvery: 1, optimizer: adam({ learningRate: 1e-3, beta1: 0, beta2: 0.9 }) };
    const { history } = await fit(gan, { spec, batch }, options);
    gan.dispose();
    const names = ['discriminator', 'discriminator/penalty', 'discriminator/gradientNorm', 'generator', 'generator/gradientNorm'];
    return history.flatMap(({ values }) => names.map((name) => values[name]!));
  };
  mustBeNear(await on('webgl', train), await on('cpu', train), 1e-2, 'losses');
}

async function loopIsTidy(): Promise<void> {
  await on('webgl', async () => {
    const generator = new GanGenerator({ spec, latent: 5, network: dcgan({ width: 3, layers: 2 }) });
    const z = tf.ones<tf.Rank.R2>([1, 5]) as tf.Tensor2D;
    const before = tf.memory().numTensors;
    for (let frame = 0; frame < 50; frame++) generator.generate(z).dispose();
    if (tf.memory().numTensors !== before) throw new Error(`${before} tensors became ${tf.memory().numTensors}`);
    generator.dispose();
    z.dispose();
    return [];
  });
}

async function on(backend: 'cpu' | 'webgl', run: () => Promise<number[]>): Promise<number[]> {
  await startBackend();
  await import('@tensorflow/tfjs-backend-webgl');
  if (!(await tf.setBackend(backend))) throw new Error(`${backend} did not start`);
  return run();
}

function mustBeNear(got: readonly number[], wanted: readonly number[], tolerance: number, what: string): void {
  const largest = Math.max(...wanted.map(Math.abs));
  const gap = Math.max(...wanted.map((value, i) => Math.abs(value - got[i]!)));
  if (!(gap <= tolerance * largest)) throw new Error(`${what}: ${gap} apart, of values up to ${largest}`);
}
