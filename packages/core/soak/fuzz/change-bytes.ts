import { drawInteger } from '../../src/random/integers.ts';
import type { Rng } from '../../src/rng.ts';
import { concat } from './concat.ts';
import { extremeNumber } from './extreme-number.ts';
import { mostBytes } from './format.ts';
import { pick, pickPlace } from './pick.ts';

/** What is written into a file that is changed. */
export interface Material {
  readonly words: readonly Uint8Array[];
  /** Other files of its kind, or parts of them. */
  readonly others: readonly Uint8Array[];
}

/** Bytes like those given, but for one change. */
type Change = (bytes: Uint8Array, rng: Rng, material: Material) => Uint8Array;

/** Makes one change of any sort. */
export function changeBytes(bytes: Uint8Array, rng: Rng, material: Material): Uint8Array {
  return pick(changes, rng)(bytes, rng, material);
}

const flipBit: Change = (bytes, rng) => {
  const [at, bit] = [pickPlace(bytes.length, rng), drawInteger(8, rng)];
  return overwrite(bytes, at, Uint8Array.of(bytes[at]! ^ (1 << bit)));
};

const setByte: Change = (bytes, rng) =>
  overwrite(bytes, pickPlace(bytes.length, rng), Uint8Array.of(pick([0, 255, drawInteger(256, rng)], rng)));

const fillRun: Change = (bytes, rng) =>
  overwrite(bytes, pickPlace(bytes.length, rng), new Uint8Array(1 + drawInteger(32, rng)).fill(pick([0, 255], rng)));

const writeExtreme: Change = (bytes, rng) => overwrite(bytes, pickPlace(bytes.length, rng), extremeNumber(bytes.length, rng));

const overwriteWord: Change = (bytes, rng, { words }) => overwrite(bytes, pickPlace(bytes.length, rng), pick(words, rng));

const insertWord: Change = (bytes, rng, { words }) => {
  const at = pickPlace(bytes.length, rng);
  return concat(bytes.subarray(0, at), pick(words, rng), bytes.subarray(at));
};

const dropRun: Change = (bytes, rng) => {
  const [start, end] = pickRun(bytes, rng);
  return concat(bytes.subarray(0, start), bytes.subarray(end));
};

/** Once more, or thousands of times. */
const repeatRun: Change = (bytes, rng) => {
  const [start, end] = pickRun(bytes, rng);
  const times = Math.min(2 ** drawInteger(12, rng), Math.ceil(mostBytes / (end - start + 1)));
  const run = Array<Uint8Array>(times).fill(bytes.subarray(start, end));
  return concat(bytes.subarray(0, start), ...run, bytes.subarray(start));
};

const swapRuns: Change = (bytes, rng) => {
  const [first, second, third] = Array.from({ length: 3 }, () => pickPlace(bytes.length, rng)).sort((a, b) => a - b);
  const [head, one] = [bytes.subarray(0, first), bytes.subarray(first, second)];
  return concat(head, bytes.subarray(second, third), one, bytes.subarray(third));
};

/** Begins like one file and ends like another. */
const splice: Change = (bytes, rng, { others }) => {
  const other = pick(others, rng);
  const at = pickPlace(bytes.length, rng);
  const from = pick([Math.min(at, other.length), pickPlace(other.length, rng)], rng);
  return concat(bytes.subarray(0, at), other.subarray(from));
};

/** To every class of length: next to nothing, next to all, about a power of two, anything. */
const cutShort: Change = (bytes, rng) => {
  const [few, power] = [drawInteger(17, rng), 2 ** drawInteger(16, rng) + drawInteger(3, rng) - 1];
  const length = pick([few, bytes.length - few, power, pickPlace(bytes.length, rng)], rng);
  return bytes.subarray(0, Math.max(0, length));
};

const lengthen: Change = (bytes, rng) => {
  const more = new Uint8Array(2 ** drawInteger(13, rng) + drawInteger(3, rng) - 1);
  return concat(bytes, more.fill(pick([0, 255, drawInteger(256, rng)], rng)));
};

const changes: readonly Change[] = [
  flipBit,
  setByte,
  fillRun,
  writeExtreme,
  overwriteWord,
  insertWord,
  dropRun,
  repeatRun,
  swapRuns,
  splice,
  cutShort,
  lengthen,
];

/** What would stand behind the end is left out. */
function overwrite(bytes: Uint8Array, at: number, by: Uint8Array): Uint8Array {
  const changed = new Uint8Array(bytes);
  changed.set(by.subarray(0, bytes.length - at), at);
  return changed;
}

/** Mostly some bytes, at times many. */
function pickRun(bytes: Uint8Array, rng: Rng): [start: number, end: number] {
  const start = pickPlace(bytes.length, rng);
  return [start, Math.min(bytes.length, start + 2 ** drawInteger(11, rng))];
}
