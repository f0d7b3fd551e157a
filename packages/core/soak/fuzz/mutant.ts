import { createRng, type Rng } from '../../src/rng.ts';
import { changeBytes } from './change-bytes.ts';
import { changeParts } from './change-parts.ts';
import { concat } from './concat.ts';
import { type FuzzFormat, mostBytes } from './format.ts';
import { pick } from './pick.ts';

/** A file that is not as it was. */
export interface Mutant {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Whether checksums can tell: it is neither a sample nor made to look right. */
  readonly isDamaged: boolean;
}

/** The mutant of a number, always the same one: of a sample, with one to four changes to its parts, to its bytes or to both. */
export function mutantOf(format: FuzzFormat, samples: readonly Uint8Array[], number: number): Mutant {
  const rng = createRng(0).fork(number);
  const sample = pick(samples, rng);
  const where = pick(['parts', 'parts', 'bytes', 'both'], rng);
  const sound = where === 'bytes' ? sample : withOtherParts(format, sample, samples, rng);
  const changed = where === 'parts' ? sound : withOtherBytes(format, sound, samples, rng);
  const bytes = concat(changed.subarray(0, mostBytes));
  return { bytes, isDamaged: [sound, ...samples].every((file) => !equal(file, bytes)) };
}

/** Of changes: most of what a reader says comes from the first, and few files are readable after many. */
const counts: readonly number[] = [1, 1, 1, 2, 3, 4];

function withOtherParts(format: FuzzFormat, sample: Uint8Array, samples: readonly Uint8Array[], rng: Rng): Uint8Array {
  const material = { words: format.words, others: format.cut(pick(samples, rng), rng) };
  let parts: readonly Uint8Array[] = format.cut(sample, rng);
  for (let left = pick(counts, rng); left > 0; left--) parts = changeParts(parts, rng, material);
  return format.join(parts);
}

function withOtherBytes(format: FuzzFormat, file: Uint8Array, samples: readonly Uint8Array[], rng: Rng): Uint8Array {
  const material = { words: format.words, others: samples };
  let bytes = file;
  for (let left = pick(counts, rng); left > 0; left--) bytes = changeBytes(bytes, rng, material);
  return bytes;
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
