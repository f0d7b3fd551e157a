import { type Choice, type ChoiceMaker, type DataSpec, defineChoice, type JsonObject } from '@genmodels/core';

/** The part of a likelihood that files are written and read with, as a choice in a config: of the same kind and options. */
export interface CodingFamily extends Choice {
  /** For examples of this kind. Throws 'invalid-argument' where the likelihood gives their values no probabilities. */
  coding(spec: DataSpec): LevelCoding;
}

/**
 * p(x given z), as it is coded. It must have the same bits on every engine, now and when the file is read. So: only + - * / and
 * comparisons of numbers, in an order that never changes; of `Math`, `fround`, `floor`, `round`, `abs`, `min` and `max`; core's
 * `fixedExp`, `fixedSigmoid` and `fixedTanh`, never `Math.exp` and its like. Whoever changes a bit gives `arithmetic` in header.ts the
 * next number.
 */
export interface LevelCoding {
  /** Values are even steps of [0, 1], so many. */
  readonly levels: number;
  /** Of one example: `parameters` are what the decoder gives. */
  cdf(parameters: Float32Array): LevelCdf;
}

/** The probability, to 2e-7, that a value lies below a level of at least 1: `place` counts the example's values in their order. */
export type LevelCdf = (place: number, level: number) => number;

export interface CodingParts<Options extends JsonObject> {
  /** As the likelihood's own. @default as given */
  options?(given: Partial<Options>): Options;
  coding(spec: DataSpec, options: Options): LevelCoding;
}

/**
 * How files are coded with a likelihood that is defined elsewhere, by its kind: `compress(vae, images, { codings: [mine] })`. Models
 * that compress nothing need not carry it.
 */
export function defineCoding<Options extends JsonObject = JsonObject>(
  kind: string,
  { options: complete, coding }: CodingParts<Options>,
): ChoiceMaker<CodingFamily, Partial<Options>> {
  return defineChoice(kind, complete, (options) => ({ coding: (spec: DataSpec) => coding(spec, options) }));
}
