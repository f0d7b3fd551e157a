import { check, show } from '../../errors.ts';

// A safetensors file (https://github.com/huggingface/safetensors#format):
//
//   8 bytes   N, the length of the header, little-endian
//   N bytes   JSON: {"__metadata__":{...},"kernel":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]},...}, then spaces
//   the rest  the values of each tensor, row-major and little-endian, tensor after tensor without gaps
//
// Every platform that tfjs runs on is little-endian, so the values are typed arrays as they stand.

export const lengthBytes = 8;

/** Bounds on what a header may claim; no model of ours comes near them. */
export const maxHeaderBytes = 2 ** 20;
export const maxTensors = 4096;
export const maxRank = 8;
export const maxNameBytes = 256;

/** For all that a sound file cannot contain: "the header must be JSON, got ...". */
export function checkSound(ok: boolean, what: string, must: string, got: unknown): asserts ok {
  check(
    ok,
    'corrupt-file',
    () => `${what} must ${must}, got ${show(got)}. The file is damaged or no model: fetch or save it again`,
  );
}

/** Keys that reach for a prototype somewhere. */
export const forbiddenNames: readonly string[] = ['__proto__', 'constructor', 'prototype'];

export function nameFits(name: string): boolean {
  return new TextEncoder().encode(name).length <= maxNameBytes && !/\p{Surrogate}/u.test(name);
}
