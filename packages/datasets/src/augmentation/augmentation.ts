import { type Choice, type ChoiceMaker, type Domain, defineChoice, type JsonObject } from '@genmodels/core';

/** The pictures that an augmentation is to change: [height, width, channels], and what their values may be. */
export interface Frame {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly domain: Domain;
}

/** Changes one picture in place, by as many numbers from U(0, 1) as the augmentation takes. */
export type Change = (picture: Float32Array, uniform: Float32Array) => void;

/** A random change of pictures that keeps their shape and their domain. */
export interface Augmentation extends Choice, AugmentationMethods {}

interface AugmentationMethods {
  /** How many numbers from U(0, 1) one picture takes. */
  readonly draws: number;
  /** Called once before the first batch. Throws 'invalid-argument' where such pictures cannot be changed. */
  prepare(frame: Frame): Change;
}

/** What a kind of augmentation is made of: its options filled in and checked, its draws, and the change. */
export interface AugmentationParts<Options> {
  options(given: Partial<Options>): Options;
  readonly draws: number;
  prepare(frame: Frame, options: Options): Change;
}

/** The maker of an augmentation: of ours, and of your own beside them. */
export function defineAugmentation<Options extends JsonObject>(
  kind: string,
  { options, draws, prepare }: AugmentationParts<Options>,
): ChoiceMaker<Augmentation, Partial<Options>> {
  return defineChoice<Options, AugmentationMethods>(kind, options, (complete) => ({
    draws,
    prepare: (frame) => prepare(frame, complete),
  }));
}
