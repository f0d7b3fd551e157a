import { manifoldGrid } from '@genmodels/core';
import type { Vae } from '@genmodels/vae';
import { toFile } from '../data/draw-examples.ts';
import type { Surroundings } from '../surroundings.ts';
import type { ConditionalData } from '../training/conditional-data.ts';
import { type Length, lengthOf } from '../training/course.ts';
import type { TrainingData } from '../training/training-data.ts';
import { buildVae } from './build-vae.ts';
import type { TrainVaeOptions } from './options.ts';
import { train } from './training.ts';

/** Images along each side of the picture. */
export const manifoldSide = 20;

/** To fold images into two numbers asks for depth and large steps more than for width. */
const smallVae = {
  network: 'mlp',
  hidden: [256, 128, 64],
  activation: 'relu',
  latent: 2,
  'importance-samples': 1,
  beta: 1,
  'free-bits': 0,
  'learning-rate': 3e-3,
} as const;

/**
 * Draws all that a z of two numbers can say, at equal steps of probability (Kingma and Welling 2014, figure 4). Where the
 * model's own z has more numbers, or is of an image given its class, a second, smaller VAE is trained for it. Gives nothing where the options or Ctrl-C say so.
 */
export async function drawManifold(
  vae: Vae,
  data: ConditionalData,
  options: TrainVaeOptions,
  surroundings: Surroundings,
): Promise<Uint8Array | undefined> {
  if (!options.manifold || data.examples !== 'images') return undefined;
  if (isOwn(options)) return decodeGrid(vae);
  if (surroundings.signal.aborted) return undefined;
  return surroundings.terminal.chapter('Manifold', () => trainAndDraw(data, options, surroundings));
}

async function trainAndDraw(
  data: TrainingData,
  options: TrainVaeOptions,
  surroundings: Surroundings,
): Promise<Uint8Array | undefined> {
  const length = manifoldLength(options);
  const vae = buildVae({ spec: data.spec }, { ...options, ...smallVae });
  try {
    surroundings.terminal.say(`a second, smaller VAE with a z of 2 numbers; ${lengthOf(length)}`);
    await train({ model: vae, data, options: { ...options, ...smallVae, ...length } }, surroundings);
    return surroundings.signal.aborted ? undefined : await decodeGrid(vae);
  } finally {
    vae.dispose();
  }
}

/** Whether the manifold is that of the model itself. */
export function isOwn({ latent, conditional }: Pick<TrainVaeOptions, 'latent' | 'conditional'>): boolean {
  return latent === 2 && !conditional;
}

/** A fraction of the main model's, which is bigger. */
export function manifoldLength({ epochs, steps }: Pick<TrainVaeOptions, 'epochs' | 'steps'>): Required<Length> {
  return { epochs: Math.ceil(epochs / 2), steps: Math.ceil(steps / 2) };
}

async function decodeGrid(vae: Vae): Promise<Uint8Array> {
  const grid = manifoldGrid(manifoldSide);
  try {
    return await toFile(vae.decode(grid), 'images', manifoldSide);
  } finally {
    grid.dispose();
  }
}
