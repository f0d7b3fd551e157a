import { check, type DataSpec, type Rng, show } from '@genmodels/core';
import { readExamples, type Values } from './values.ts';

/** Drawn once for all epochs, or afresh for every batch. */
export type BinarizeMode = 'static' | 'dynamic';

export function checkBinarize(mode: BinarizeMode, { name, spec }: { readonly name: string; readonly spec: DataSpec }): void {
  check(
    mode === 'static' || mode === 'dynamic',
    'invalid-argument',
    () => `mode must be 'static' or 'dynamic', got ${show(mode)}`,
  );
  check(
    spec.domain !== 'real' && spec.domain !== 'binary',
    'invalid-argument',
    () => `binarize() needs intensities from 0 to 1, but ${show(name)} has the domain ${show(spec.domain)}`,
  );
}

/** A bit for every value. Each example has its own stream, so that its bits do not depend on how many others there are. */
export function drawAllBits(values: Values, size: number, rng: Rng): Uint8Array {
  const bits = new Uint8Array(values.data.length);
  for (let at = 0; at < bits.length; at += size) {
    const index = at / size;
    bits.set(drawBits(readExamples(values, size, [index]), rng.fork(index)), at);
  }
  return bits;
}

/** 1 where a fresh uniform number lies below the intensity, else 0: a draw from Bernoulli(intensity), in place. */
export function drawBits(intensities: Float32Array, rng: Rng): Float32Array {
  const uniform = rng.fillUniform(new Float32Array(intensities.length));
  for (let i = 0; i < intensities.length; i++) intensities[i] = uniform[i]! < intensities[i]! ? 1 : 0;
  return intensities;
}
