import { check, checkSeed, createRng, type DataSpec, type Rng, show } from '@genmodels/core';
import type { Augmentation, Frame } from './augmentation.ts';

/** One, or several that follow each other. */
export type Augmentations = Augmentation | readonly Augmentation[];

/** Changes the pictures of a batch in place. The same step changes the same pictures alike. */
export type Augment = (pictures: Float32Array, step: number) => void;

/** Each augmentation draws from a stream of its own, by the step and by a picture's place in its batch. */
export function createAugment(augmentations: Augmentations, seed: number, name: string, spec: DataSpec): Augment {
  checkSeed(seed);
  const frame = toFrame(name, spec);
  const rng = createRng(seed).fork('augment');
  const stages = [augmentations].flat().map((augmentation, i) => createStage(augmentation, frame, rng.fork(i)));
  return (pictures, step) => {
    for (const stage of stages) stage(pictures, step);
  };
}

function createStage(augmentation: Augmentation, frame: Frame, rng: Rng): Augment {
  const { draws } = augmentation;
  const size = frame.height * frame.width * frame.channels;
  const change = augmentation.prepare(frame);
  return (pictures, step) => {
    const count = pictures.length / size;
    const uniform = rng.fork(step).fillUniform(new Float32Array(count * draws));
    for (let i = 0; i < count; i++) {
      change(pictures.subarray(i * size, (i + 1) * size), uniform.subarray(i * draws, (i + 1) * draws));
    }
  };
}

function toFrame(name: string, { shape, domain }: DataSpec): Frame {
  check(
    shape.length === 3,
    'invalid-argument',
    () =>
      `augment changes pictures of shape [height, width, channels], but ${show(name)} has examples of ${show(shape)}: leave it out`,
  );
  const [height, width, channels] = shape as [number, number, number];
  return { height, width, channels, domain };
}
